using Spectre.Console;
using TaskGen.Sample;

// A file or a pipe has no width; 80 columns would break lines that nobody wants broken.
if (!AnsiConsole.Profile.Out.IsTerminal)
{
    AnsiConsole.Profile.Width = 200;
}

return await SampleCommand.RunAsync(args);
