import { siteAddress } from "./site-address";

/** The whole address of a one-time link: under the public address, else under the one the admin came by. */
export const inviteLink = async (token: string): Promise<string> => `${await siteAddress()}/invite/${token}`;
