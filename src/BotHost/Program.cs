using System.Globalization;
using BotHost.Commands;

// Dates and numbers are written the same wherever the program runs; words are chosen by the reply's language alone.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args);
