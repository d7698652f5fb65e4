/** What the assistant's own sentences are written in. */
export const LANGUAGES = ["en", "es", "fr", "de", "pt", "it"] as const;
