"""The profiles of the départements, a folder each, and what makes one right; the page receives the profile that the site is built with."""
