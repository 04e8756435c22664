using Generator.Tests.Corpus;
using Generator.Tests.Support;

namespace Generator.Tests.Typing;

/// <summary>
/// While a developer types and deletes the declarations of tasks, neither the generator nor an analyzer throws, and tasks of other files
/// keep their clients. When the file is complete again, the output is that of a fresh run.
/// </summary>
public sealed class TypingTests
{
    private const int LeastStates = 5_000;

    private static readonly string[] Kinds = ["Right", "Wrong"];

    private static IEnumerable<string> Paths =>
        Kinds.SelectMany(static kind => CorpusFile.Names(kind).Select(name => $"{kind}/{name}"));

    public static TheoryData<string> Files => [.. Paths];

    /// <summary>The declarations of fault G1, each with the rest of a complete project.</summary>
    [Theory]
    [InlineData("public void Send(int id, string ) { }")]
    [InlineData("public void Send(id) { }")]
    [InlineData("public void Send(string ) { }")]
    [InlineData("public void Send(int id, ) { }")]
    [InlineData("public void Send(List< ids) { }")]
    [InlineData("public void Send(List<> ids) { }")]
    [InlineData("public void Send((int, ) pair) { }")]
    [InlineData("public void Send(Dictionary<string, Missing[]> map) { }")]
    [InlineData("public void (int id) { }")]
    [InlineData("public Missing Send(int id) => default!;")]
    [InlineData("public Task<Missing> Send(int id) => default!;")]
    [InlineData("public Task< Send(int id) => default!;")]
    [InlineData("public void Send<>(int id) { }")]
    [InlineData("public void Send(this ) { }")]
    [InlineData("public void Send(int id = ) { }")]
    [InlineData("public void Send(params ) { }")]
    [InlineData("public void Send([FromServices] ) { }")]
    [InlineData("public void Send(int id")]
    [InlineData("public void Send(")]
    [InlineData("public ")]
    public async Task An_incomplete_declaration_yields_no_client_and_heals(string declaration)
    {
        var complete = Program("public void Send(int id, string text) { }");
        var run = new TypingRun(new AnalyzerSetup(), complete);
        Assert.Empty(await run.ApplyAsync([
            new TypedState(complete, IsComplete: true),
            new TypedState(Program(declaration), IsComplete: true),
            new TypedState(complete, IsComplete: true),
        ]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_typed_and_deleted_never_stops_the_generator(string path)
    {
        var file = Read(path);
        var source = MarkedSource.Read(file.Code).Source;
        Assert.Empty(await new TypingRun(file.Setup, source).ApplyAsync(TypedSource.States(source)));
    }

    [Fact]
    public void There_are_enough_states()
    {
        var states = Paths.Sum(static path => TypedSource.States(MarkedSource.Read(Read(path).Code).Source).Count());
        Assert.InRange(states, LeastStates, int.MaxValue);
    }

    private static CorpusFile Read(string path) => CorpusFile.Read(path.Split('/')[0], path.Split('/')[1]);

    private static string Program(string declaration) =>
        "public sealed class Mails { [Task(Name = \"mails.first\")] public void First() "
        + $"{{ }}\n[Task(Name = \"mails.send\")] {declaration}\n}}";
}
