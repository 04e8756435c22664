using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Writes error messages to the standard error output, in red if it is a terminal that supports colors.</summary>
internal static class ErrorLine
{
    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    public static void Write(string message)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (console.Profile.Out.IsTerminal)
        {
            console.Write(new HangingText("", message, Style.Plain, new Style(Color.IndianRed1)));
        }
        else
        {
            Console.Error.WriteLine(message);
        }
    }
}
