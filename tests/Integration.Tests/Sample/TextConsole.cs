using Spectre.Console;

namespace Integration.Tests;

/// <summary>A console that writes into a text.</summary>
internal sealed class TextConsole
{
    private readonly StringWriter _writer = new();

    /// <param name="width">The width in columns.</param>
    /// <param name="colors">The colors; null for a console without ANSI sequences.</param>
    /// <param name="unicode">Whether the encoding has all characters.</param>
    public TextConsole(int width, ColorSystemSupport? colors = null, bool unicode = true)
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colors is null ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = colors ?? ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_writer),
        });
        Console.Profile.Width = width;
        Console.Profile.Capabilities.Unicode = unicode;
    }

    public IAnsiConsole Console { get; }

    public string Text => _writer.ToString();

    public IReadOnlyList<string> Lines => Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
