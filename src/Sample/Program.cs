using Spectre.Console;
using TaskGen.Sample;

// A file or a pipe has no width. With the default of 80 columns, lines that other programs read would be broken.
if (!AnsiConsole.Profile.Out.IsTerminal)
{
    AnsiConsole.Profile.Width = 1000;
}

return await SampleCommand.RunAsync(args);
