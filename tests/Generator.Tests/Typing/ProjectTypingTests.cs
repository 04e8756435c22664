using Generator.Tests.Corpus;
using Generator.Tests.Support;

namespace Generator.Tests.Typing;

/// <summary>
/// What <see cref="TypingTests"/> shows for single files, in projects of several files: of the sample, and of the corpus with a file for
/// each type. The types that tasks use are typed too.
/// </summary>
public sealed class ProjectTypingTests
{
    private const int LeastStates = 1_500;

    // A run of the sample compiles and analyzes its 130 files in each state.
    private const int SampleStatesPerRun = 8;
    private const int SampleStatesPerAnalysis = 100;
    private const int SplitStatesPerRun = 5;

    private static readonly string[] Kinds = ["Right", "Wrong"];

    public static TheoryData<string> SampleFiles => [.. SampleProject.Names];

    private static IEnumerable<string> SplitPaths => Kinds
        .SelectMany(static kind => CorpusFile.Names(kind).Select(name => $"{kind}/{name}"))
        .Where(static path => Split(path).Count > 1);

    public static TheoryData<string> SplitFiles => [.. SplitPaths];

    [Theory]
    [MemberData(nameof(SampleFiles))]
    public async Task A_file_of_the_sample_that_is_typed_and_deleted_never_stops_the_generator(string name)
    {
        var run = new TypingRun(SampleProject.Around(name), SampleProject.Read(name)) { StatesPerAnalysis = SampleStatesPerAnalysis };
        Assert.Empty(await run.ApplyAsync(SampleStates(name)));
    }

    /// <summary>The classes of the sample have their clients although its packages are missing.</summary>
    [Fact]
    public void The_sample_has_its_clients()
    {
        const string Name = "Tasks/DatasetTasks.cs";
        var compilation = GeneratorHarness.Compile([SampleProject.Read(Name), .. SampleProject.Around(Name).Sources]);
        var files = GeneratorHarness.Files(GeneratorHarness.Driver().RunGenerators(compilation).GetRunResult());
        var expected = SampleProject.Names
            .Where(static name => SampleProject.Read(name).Contains("[Task(", StringComparison.Ordinal))
            .Select(static name => $"TaskGen.Sample.{Path.GetFileNameWithoutExtension(name)}.");
        Assert.All(expected, start => Assert.Contains(files.Keys, key => key.StartsWith(start, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(SplitFiles))]
    public async Task A_project_with_a_file_for_each_type_never_stops_the_generator(string path)
    {
        var setup = CorpusFile.Read(path.Split('/')[0], path.Split('/')[1]).Setup;
        var files = Split(path);
        for (var edited = 0; edited < files.Count; edited++)
        {
            var others = files.Where((_, index) => index != edited);
            var run = new TypingRun(setup with { Sources = [.. others] }, files[edited]);
            Assert.Empty(await run.ApplyAsync(SplitStates(files[edited])));
        }
    }

    [Fact]
    public void There_are_enough_states() => Assert.InRange(
        SampleProject.Names.Sum(static name => SampleStates(name).Count())
            + SplitPaths.Sum(static path => Split(path).Sum(static file => SplitStates(file).Count())),
        LeastStates,
        int.MaxValue);

    private static IEnumerable<TypedState> SampleStates(string name) => States(SampleProject.Read(name), SampleStatesPerRun);

    private static IEnumerable<TypedState> SplitStates(string file) => States(file, SplitStatesPerRun);

    private static IEnumerable<TypedState> States(string source, int number) =>
        TypedSource.OneOf(number, TypedSource.States(source).Concat(TypedSource.TypeStates(source)));

    private static IReadOnlyList<string> Split(string path) =>
        SplitSource.Read(MarkedSource.Read(CorpusFile.Read(path.Split('/')[0], path.Split('/')[1]).Code).Source);
}
