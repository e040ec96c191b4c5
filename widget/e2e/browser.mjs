// The browser that the tests look with.

import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";

/**
 * What Chromium draws of itself, each window anew, and nobody looks at: the popup of its address field takes as long as a small
 * page of ours. The last `--disable-features` counts and no other, so what Playwright switches off has to be here, too.
 */
const UNSEEN = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];
const AS_PLAYWRIGHT = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

const started = (features) => ({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", `--disable-features=${features.join(",")}`],
});

export const launch = () => chromium.launch(started([...UNSEEN, ...AS_PLAYWRIGHT]));

/** Puppeteer adds what it switches off itself. */
export const launchByPuppeteer = () => puppeteer.launch(started(UNSEEN));
