"use client";

import { useEffect, useRef, useState } from "react";
import { readSound, type Tone, toneLength, writeSound } from "@/domain/chart/chart-sound";
import { followKnown } from "./known-regions";
import { soundId } from "./sound-id";

type Props = {
  words: { readonly play: string; readonly stop: string };
};

const silence = writeSound({ tones: [], length: 0 });

/** Plays a chart when it is asked to, never by itself. Pressing again or Escape stops it. */
export function Listen({ words }: Props) {
  const playing = useRef<AudioContext | null>(null);
  const [playTime, setPlayTime] = useState<number | null>(null);
  const isPlaying = playTime !== null;

  const stop = () => {
    void playing.current?.close();
    playing.current = null;
    setPlayTime(null);
  };

  useEffect(() => {
    if (playTime === null) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && stop();
    const end = setTimeout(stop, (playTime + 0.2) * 1000);
    document.addEventListener("keydown", onKey);
    return () => {
      clearTimeout(end);
      document.removeEventListener("keydown", onKey);
    };
  });
  useEffect(() => () => void playing.current?.close(), []);
  useEffect(
    () =>
      followKnown((page) => {
        const [ours, theirs] = [document, page].map((one) => one.getElementById(soundId));
        if (ours) ours.dataset.sound = theirs?.dataset.sound ?? silence;
      }),
    [],
  );

  const play = () => {
    const sound = readSound(document.getElementById(soundId)?.dataset.sound ?? silence);
    const context = new AudioContext();
    playing.current = context;
    for (const tone of sound.tones) sing(context, tone);
    setPlayTime(sound.length);
  };

  return (
    <button type="button" className="quiet" aria-pressed={isPlaying} onClick={isPlaying ? stop : play}>
      {isPlaying ? words.stop : words.play}
    </button>
  );
}

/** One tone, soft at both ends: a tone that begins or ends at once clicks. */
function sing(context: AudioContext, { at, pitch, glideTo, voice, pan }: Tone): void {
  const start = context.currentTime + 0.05 + at;
  const oscillator = new OscillatorNode(context, { type: voice, frequency: pitch });
  const gain = new GainNode(context, { gain: 0 });
  const panner = new StereoPannerNode(context, { pan });
  // What is rich in overtones sounds louder.
  const level = voice === "sine" || voice === "triangle" ? 0.2 : 0.08;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(level, start + 0.02);
  gain.gain.linearRampToValueAtTime(0, start + toneLength);
  oscillator.frequency.setValueAtTime(pitch, start);
  oscillator.frequency.linearRampToValueAtTime(glideTo, start + toneLength);
  oscillator.connect(gain).connect(panner).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + toneLength);
}
