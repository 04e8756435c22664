using Generator.Tests.Support;

namespace Generator.Tests.Parity;

/// <summary>
/// Each diagnostic has a class of tests that flags it, leaves alone what looks alike, and looks at code without the library; each fix has
/// tests for each diagnostic that it fixes. (That what is not asserted fails is up to <see cref="AnalyzerVerifier"/>.)
/// </summary>
public sealed class EveryDiagnosticIsTestedTests
{
    public static TheoryData<string> Ids => EveryDiagnosticIsDocumentedTests.Ids;

    public static TheoryData<string> Fixes => [.. Library.CodeFixes().Select(static fix => fix.GetType().Name)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_flagged_not_flagged_and_silent_without_the_library(string id)
    {
        var tests = File.ReadAllText(Path.Combine(SourceTreeRoot.Path, "tests", "Generator.Tests", "Analyzers", id + "Tests.cs"));
        Assert.Contains($"{id}:", tests, StringComparison.Ordinal);
        Assert.Contains("Leaves_", tests, StringComparison.Ordinal);
        Assert.Contains("VerifyWithoutLibraryAsync", tests, StringComparison.Ordinal);
        var type = typeof(EveryDiagnosticIsTestedTests).Assembly.GetType($"Generator.Tests.Analyzers.{id}Tests");
        Assert.NotNull(type);
        Assert.True(type.GetMethods().Count(static method => method.IsDefined(typeof(FactAttribute), false)) >= 3);
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_fix_is_tested_for_each_of_its_diagnostics_and_works_in_bulk(string name)
    {
        var fix = Library.CodeFixes().Single(fix => fix.GetType().Name == name);
        Assert.NotNull(fix.GetFixAllProvider());
        var tests = File.ReadAllText(Path.Combine(SourceTreeRoot.Path, "tests", "Generator.Tests", "CodeFixes", name + "Tests.cs"));
        Assert.Contains($"VerifyAsync<{name}>", tests, StringComparison.Ordinal);
        Assert.All(fix.FixableDiagnosticIds, id => Assert.Contains($"\"{id}\"", tests, StringComparison.Ordinal));
    }
}
