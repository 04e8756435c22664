using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Support;

/// <summary>
/// Checks what is flagged in a source, as <see cref="AnalyzerVerifier"/> does, and that no generated file has an error or a warning.
/// </summary>
internal static class GeneratedCodeVerifier
{
    /// <summary>Checks a source that compiles, with and without what is generated for it.</summary>
    public static Task<IReadOnlyList<string>> VerifyAsync(string marked, params MetadataReference[] references) =>
        VerifyAsync(new AnalyzerSetup { References = references }, marked);

    /// <summary>Checks a source that compiles, with and without what is generated for it.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(AnalyzerSetup setup, string marked)
    {
        var output = Generate(setup, marked);
        Assert.Empty(output.GetDiagnostics().Where(static problem => problem.Severity > DiagnosticSeverity.Hidden));
        return await AnalyzerVerifier.VerifyAsync(setup, marked);
    }

    /// <summary>Checks a source that compiles, and that all its tasks have a client.</summary>
    public static async Task VerifyGeneratedAsync(AnalyzerSetup setup, string source)
    {
        await VerifyAsync(setup, source);
        var output = Generate(setup, source);
        Assert.Contains(output.SyntaxTrees, static tree => tree.FilePath.EndsWith("TaskGen.Module.g.cs", StringComparison.Ordinal));
    }

    /// <summary>Checks a source that does not compile: the compiler reports it in the source alone, and nothing else is flagged.</summary>
    public static async Task VerifyUserErrorAsync(string source, params MetadataReference[] references)
    {
        var setup = new AnalyzerSetup { References = references };
        var problems = Generate(setup, source).GetDiagnostics()
            .Where(static problem => problem.Severity > DiagnosticSeverity.Hidden)
            .Select(static problem => problem.ToString())
            .ToList();
        Assert.NotEmpty(problems);
        Assert.All(problems, static problem => Assert.StartsWith("Source", problem, StringComparison.Ordinal));
        await AnalyzerVerifier.VerifyAsync(setup, source);
    }

    private static CSharpCompilation Generate(AnalyzerSetup setup, string marked) =>
        GeneratorHarness.Generate(setup.Compile(MarkedSource.Read(marked).Source), setup.Generators);
}
