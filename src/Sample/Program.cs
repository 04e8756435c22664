using Spectre.Console;
using TaskGen.Sample;

// A file or a pipe has no width. The default of 80 columns would break lines that other programs read.
if (!AnsiConsole.Profile.Out.IsTerminal)
{
    AnsiConsole.Profile.Width = 1000;
}

return await SampleCommand.RunAsync(args);
