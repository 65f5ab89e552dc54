"use client";

export { FailedPage as default } from "../_shell/failed-page";
