using Microsoft.Extensions.Hosting;
using Spectre.Console;
using TaskGen;
using TaskGen.Sample;

namespace Integration.Tests;

/// <summary>Steps that fail, and text without a terminal.</summary>
public sealed class TourStepTests
{
    private const string Red = "38;5;203";
    private static readonly Dataset Flights = new(1, "flights", "a test", 1);

    [Fact]
    public async Task A_check_that_does_not_pass_ends_the_tour_and_is_shown_in_red()
    {
        var console = new TextConsole(80, ColorSystemSupport.EightBit);
        var failure = await RunAsync(new PanelScreen(console.Console), static (output, _) =>
        {
            output.Check(true, "One is one");
            output.Check(false, "One is two");
            return Task.CompletedTask;
        });

        Assert.Equal("Step '7. Numbers' did not pass the check 'One is two'.", failure.Message);
        Assert.Contains("✓", console.Text, StringComparison.Ordinal);
        Assert.Contains(console.Lines, static line => line.Contains($"\e[{Red}m✗ ", StringComparison.Ordinal)
            && line.Contains("One is two", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_in_a_step_ends_the_tour_and_names_the_step()
    {
        var console = new TextConsole(80);
        var failure = await RunAsync(
            new LineScreen(console.Console), static (_, _) => throw new InvalidOperationException("The number is missing."));

        Assert.Equal("Step '7. Numbers' failed: System.InvalidOperationException: The number is missing.", failure.Message);
        Assert.Contains("  ✗ System.InvalidOperationException: The number is missing.", console.Lines);
    }

    [Fact]
    public async Task A_failed_tour_ends_with_exit_code_1()
    {
        using var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings()).Build();
        Assert.Equal(1, await HostRunner.RunAsync(host, "The tour", static _ => throw new TourCheckException("Step 'a' failed.")));
        Assert.Equal(0, await HostRunner.RunAsync(host, "The tour", static _ => Task.CompletedTask));
    }

    [Fact]
    public async Task Without_a_terminal_words_are_not_broken_and_lines_are_indented()
    {
        var console = new TextConsole(1000, unicode: false);
        var id = new string('a', 150);
        await RunAsync(new LineScreen(console.Console), (output, _) =>
        {
            output.Say($"The task has the id {id}, which is longer than a line.");
            output.Check(true, string.Join(' ', Enumerable.Repeat("statement", 30)));
            output.AddBar().Show(new TaskProgress(1, 2, "half"));
            throw new InvalidOperationException("End");
        });

        Assert.Equal("7. Numbers", console.Lines[1]);
        Assert.Equal("  Shows numbers", console.Lines[2]);
        Assert.Contains("    if (number == 1)", console.Lines);
        Assert.Contains("  The task has the id", console.Lines);
        Assert.Contains($"    {id},", console.Lines);
        Assert.Contains(console.Lines, static line => line.StartsWith("  [ok] statement ", StringComparison.Ordinal));
        Assert.Contains(console.Lines, static line => line.StartsWith("       statement ", StringComparison.Ordinal));
        Assert.Contains("     50 % half", console.Lines);
        Assert.DoesNotContain('\e', console.Text);
    }

    [Fact]
    public void Snippets_may_contain_one_another_and_lose_their_common_indentation()
    {
        var found = Snippets.Read("""
            class C
            {
                // <snippet Outer>
                if (number == 1)
                {
                    // <snippet Inner>
                    Show(number);
                    // </snippet>
                }
                // </snippet>
            }
            """);
        Assert.Equal(["Outer", "Inner"], found.Select(static snippet => snippet.Name));
        Assert.Equal(["if (number == 1)", "{", "    Show(number);", "}"], found[0].Lines);
        Assert.Equal(["Show(number);"], found[1].Lines);
        Assert.Throws<FormatException>(static () => Snippets.Read("// <snippet Open>"));
        Assert.Throws<FormatException>(static () => Snippets.Read("// </snippet>"));
    }

    private static async Task<TourCheckException> RunAsync(ITourScreen screen, Func<TourOutput, CancellationToken, Task> run)
    {
        var output = new TourOutput();
        var runner = new StepRunner(screen, output, TimeProvider.System);
        return await Assert.ThrowsAsync<TourCheckException>(() => runner.RunAsync(
            "7. Numbers", "Shows numbers", ["if (number == 1)"], token => run(output, token), CancellationToken.None));
    }
}
