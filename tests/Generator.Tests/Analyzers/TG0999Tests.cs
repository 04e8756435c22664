using Generator.Tests.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator;

namespace Generator.Tests.Analyzers;

/// <summary>Exceptions of the generator. (How the generator goes on after one is up to <c>FaultG2GeneratorThatHealsTests</c>.)</summary>
public sealed class TG0999Tests
{
    private const string Message = "may be missing because step 'Files' of the generator threw System.InvalidOperationException in "
        + "PlantedRunner.Run: 'Planted'. Report this exception at https://github.com/taskgen/taskgen/issues.";

    [Fact]
    public async Task Flags_the_task_with_which_a_step_throws()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Throwing(new PlantedRunner(TrackingNames.Files, "void Send") { InputType = typeof(MethodDeclarationSyntax) }),
            """
            public sealed class Mails
            {
                [Task] public void Clean() { }
                [Task] public void [|TG0999:Send|](int id) { }
            }
            """);
        Assert.Equal("Generated code for method 'Mails.Send' " + Message, messages.Single());
    }

    [Fact]
    public async Task Flags_the_file_with_which_a_step_throws()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Throwing(new PlantedRunner(TrackingNames.Files, "void Send")),
            "[|TG0999:|]public sealed class Mails { [Task] public void Send(int id) { } }");
        Assert.Equal("Generated code for file 'Source0.cs' " + Message, messages.Single());
    }

    [Fact]
    public async Task A_message_has_one_line_and_is_not_endless()
    {
        var text = "First.\r\nSecond " + new string('x', 1_000);
        var found = await AnalyzerVerifier.FindAsync(
            Throwing(new PlantedRunner(TrackingNames.Files, "Mails") { Exception = () => new InvalidOperationException(text) }),
            "public sealed class Mails { [Task] public void Send(int id) { } }");
        var message = found.Single().GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("'First. Second xxx", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 300, 600);
    }

    [Fact]
    public Task Leaves_a_program_alone_with_which_no_step_throws() => AnalyzerVerifier.VerifyAsync(
        Throwing(new PlantedRunner(TrackingNames.Files, "Others")),
        "public sealed class Mails { [Task] public void Send(int id) { } }");

    [Fact]
    public Task Is_silent_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class Mails { [Task] public void Send(int id) { } }");

    private static AnalyzerSetup Throwing(PlantedRunner runner) => new() { Runner = runner };
}
