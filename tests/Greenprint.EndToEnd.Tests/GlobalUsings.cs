global using Greenprint.Testing;
global using Microsoft.Playwright;
