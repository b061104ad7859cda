using System.Runtime.Versioning;

// The tests look at permissions of files; the program's home is Linux.
[assembly: SupportedOSPlatform("linux")]
