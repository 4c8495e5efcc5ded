"use client";

import { useEffect, useRef, useState } from "react";

type Props = {
  picture: string;
  link: string;
  sentence: string;
  words: { copyImage: string; copied: string; notCopied: string; system: string };
};

/** What only a browser can do: its own sheet of apps to share with, and copying a picture. */
export function ShareTools({ picture, link, sentence, words }: Props) {
  const [can, setCan] = useState({ share: false, image: false });
  const [said, setSaid] = useState("");
  const box = useRef<HTMLParagraphElement>(null);
  // Read from the page when it is pressed: the slider of reports may have moved it to another day.
  const now = () => ({ picture, link, sentence, ...box.current?.dataset });

  useEffect(() => {
    setCan({
      share: typeof navigator.share === "function",
      image: typeof ClipboardItem === "function" && typeof navigator.clipboard?.write === "function",
    });
  }, []);

  const share = async () => {
    try {
      await navigator.share({ text: now().sentence, url: new URL(now().link, location.href).href });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // the reader closed the sheet, or the browser refused it
    }
  };
  const copyImage = async () => {
    try {
      // Handed over before it is there: a browser that asks for a press must not wait for the picture.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": pictureAt(now().picture) })]);
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied);
    }
  };
  return (
    <p
      className="share-tools"
      ref={box}
      data-follows="data"
      data-picture={picture}
      data-link={link}
      data-sentence={sentence}
    >
      {can.share && (
        <button type="button" onClick={share}>
          {words.system}
        </button>
      )}
      {can.image && (
        <button type="button" onClick={copyImage}>
          {words.copyImage}
        </button>
      )}
      <span role="status">{said}</span>
    </p>
  );
}

async function pictureAt(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the picture is answered ${answer.status}`);
  return answer.blob();
}
