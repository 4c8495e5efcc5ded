"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks for the page again, every second and a half, while there is work whose progress it shows. */
export function Refreshing() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 1500);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
