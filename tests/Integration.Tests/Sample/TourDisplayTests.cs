using System.Text.RegularExpressions;
using Spectre.Console;
using TaskGen.Sample;

namespace Integration.Tests;

/// <summary>The output of a real tour, rendered for terminals of several kinds.</summary>
public sealed partial class TourDisplayTests(RecordedTour tour) : IClassFixture<RecordedTour>
{
    private const int MaxCodeLines = 13;
    private const int MaxCodeWidth = 70;

    private readonly IReadOnlyList<StepLog> _logs = tour.Screen.Logs;

    [Fact]
    public void Each_step_has_code_that_fits_beside_its_results() => Assert.All(tour.Steps, static step =>
    {
        var code = Snippets.Of(step.GetType().Name);
        Assert.InRange(code.Count, 1, MaxCodeLines);
        Assert.All(code, static line => Assert.InRange(line.Length, 0, MaxCodeWidth));
        Assert.False(char.IsWhiteSpace(code[0][0]), code[0]);
        Assert.DoesNotContain(code, static line => line.Contains("snippet", StringComparison.Ordinal));
    });

    [Fact]
    public void Each_step_shows_checks_and_is_in_the_result()
    {
        Assert.NotNull(tour.Screen.Result);
        Assert.Equal(tour.Steps.Select(static step => step.Title), tour.Screen.Result.Steps.Select(static step => step.Title));
        Assert.All(tour.Screen.Result.Steps, static step => Assert.True(step.Checks > 0, step.Title));
        Assert.Equal(15, tour.Screen.Result.Patterns);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(80, false)]
    [InlineData(100, true)]
    [InlineData(120, true)]
    [InlineData(120, false)]
    public void No_line_of_a_panel_is_wider_than_the_terminal_or_leaves_its_frame(int width, bool unicode)
    {
        var frame = unicode ? '│' : '|';
        foreach (var log in _logs)
        {
            var console = new TextConsole(width, unicode: unicode);
            console.Console.Write(new StepPanel(log));
            Assert.All(console.Lines, line => Assert.Equal(width, line.Length));
            Assert.All(console.Lines.Skip(1).SkipLast(1), line => Assert.True(line[0] == frame && line[^1] == frame, line));
            Assert.Contains(log.Title, console.Lines[0], StringComparison.Ordinal);
            Assert.Equal(log.Checks, console.Lines.Sum(line => CountChecks(line, unicode)));
            Assert.True(unicode || console.Text.All(char.IsAscii), console.Text);
            Assert.DoesNotContain('\e', console.Text);
        }
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(80, false)]
    public void Code_is_beside_the_results_where_the_terminal_is_wide_enough(int width, bool isBeside) =>
        Assert.All(_logs.Where(static log => log.Code.Count > 0), log =>
        {
            var console = new TextConsole(width);
            console.Console.Write(new StepPanel(log));
            var line = console.Lines.First(line => line.Contains(log.Code[0], StringComparison.Ordinal));
            Assert.Equal(isBeside, line.Count(static character => character == '│') == 3);
        });

    [Theory]
    [InlineData(38)]
    [InlineData(76)]
    public void Wrapped_text_is_indented_below_its_first_line(int width)
    {
        var wrapped = 0;
        foreach (var text in _logs.SelectMany(static log => log.Entries).OfType<TextEntry>())
        {
            var console = new TextConsole(width);
            var mark = new Marks(unicode: true).Of(text.Kind);
            console.Console.Write(new HangingText(mark, text.Text, Style.Plain, Style.Plain));
            Assert.StartsWith(mark, console.Lines[0], StringComparison.Ordinal);
            Assert.All(console.Lines, line => Assert.InRange(line.Length, 0, width));
            Assert.All(console.Lines.Skip(1), static line => Assert.Matches("^  \\S", line));
            wrapped += console.Lines.Count > 1 ? 1 : 0;
        }

        Assert.True(wrapped > 5, $"{wrapped} wrapped texts");
    }

    [Fact]
    public void Colors_are_used_only_where_they_are_supported()
    {
        foreach (var log in _logs)
        {
            var colored = new TextConsole(120, ColorSystemSupport.EightBit);
            colored.Console.Write(new StepPanel(log));
            Assert.Matches(ColorSequence(), colored.Text);

            // As with NO_COLOR in a terminal: bold and italic text remains.
            var plain = new TextConsole(120, ColorSystemSupport.NoColors);
            plain.Console.Write(new StepPanel(log));
            Assert.DoesNotMatch(ColorSequence(), plain.Text);
            Assert.Equal(AnySequence().Replace(colored.Text, ""), AnySequence().Replace(plain.Text, ""));
        }
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(120, true)]
    [InlineData(120, false)]
    public void The_table_at_the_end_has_a_line_for_each_step_and_the_total(int width, bool unicode)
    {
        var console = new TextConsole(width, unicode: unicode);
        var passed = unicode ? "✓" : "[ok]";
        new PanelScreen(console.Console).Summarize(tour.Screen.Result!);
        Assert.All(console.Lines, line => Assert.InRange(line.Length, 0, width));
        Assert.All(tour.Screen.Result!.Steps, step => Assert.Contains(
            console.Lines,
            line => line.Contains($" {step.Title} ", StringComparison.Ordinal)
                && line.Contains($" {step.Checks} {passed} ", StringComparison.Ordinal)));
        Assert.Matches($"^{Regex.Escape(passed)} 15 patterns, [0-9]+ checks, [0-9.]+ s$", console.Lines[^1]);
        Assert.True(unicode || console.Text.All(char.IsAscii), console.Text);
    }

    private static int CountChecks(string line, bool unicode) => Check(unicode).Count(line);

    // A member of a group has its mark after a bar, a check at the start of a column.
    private static Regex Check(bool unicode) => unicode ? UnicodeCheck() : AsciiCheck();

    [GeneratedRegex("│ ✓ ")]
    private static partial Regex UnicodeCheck();

    [GeneratedRegex(@"\| \[ok\] ")]
    private static partial Regex AsciiCheck();

    [GeneratedRegex("\e\\[([0-9]+;)*(3[0-8]|9[0-7])[;m]")]
    private static partial Regex ColorSequence();

    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex AnySequence();
}
