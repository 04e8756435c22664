using CsCheck;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Pipeline;

/// <summary>
/// After any edits, a driver that has seen them one by one puts out the same as one that sees only their outcome. The edits are those by
/// which one file can change what another one means, without being named in it.
/// </summary>
public sealed class IncrementalOutputTests
{
    private static readonly string[][] Versions =
    [
        // A class of tasks, its second part, and what they use.
        [
            "namespace App; public sealed partial class Jobs { [Task(Name = Names.Run, Queue = Queue)] "
                + "public int Run(Kind kind, Box box, Item item = default) { return 1; } private const string Queue = \"q\"; }",
            "namespace App; public sealed partial class Jobs { [Task(Name = Names.Run, Queue = Queue)] "
                + "public int Run(Kind kind, Box box, Item item = default) { return 2; } private const string Queue = \"r\"; }",
            "namespace App; public sealed partial class Jobs { [Task] public IEnumerable<int> Run(int a) { return [a]; } }",
            "namespace App; public sealed partial class Jobs { [Task] public IEnumerable<int> Run(int a) { yield return a; } }",
            "namespace App; public sealed partial class Jobs { [Task] public void Run(string text) { } "
                + "[Condition(\"late\")] public static bool IsLate(JsonElement data, JsonElement parameters) { return true; } }",
            "#nullable disable\nnamespace App; public sealed partial class Jobs { [Task] public void Run(string text) { } }",
            "namespace App; public sealed partial class Jobs { [Task] public void Run(string text) {\n#nullable disable\n} "
                + "[Task] public void Second(string text) { } }",
            "namespace App; public sealed partial class Jobs { [Job] public void Run(int a) { } }",
            "namespace App; public sealed partial class Jobs { void NoTask() { } }",
        ],
        [
            "namespace App; public sealed partial class Jobs(IFormatProvider format) { public string F => format.ToString()!; }",
            "namespace App; public sealed partial class Jobs(IFormatProvider format, ITaskClient? tasks = null) : IDisposable { "
                + "public string F => format.ToString()! + tasks; public void Dispose() { } }",
            "namespace App; [TaskGroup(\"Work\")] public sealed partial class Jobs : Base { }",
            "namespace App; partial class Jobs { [Task(Name = \"jobs.more\")] public void Run() { } }",
            "namespace App; class Elsewhere { }",
            "namespace App; partial class Jobs { private readonly IFormatProvider _format; }",
            "namespace App; partial class Jobs { private readonly IFormatProvider _format = null!; }",
            "namespace App; [AutoConstructor] partial class Jobs { private IFormatProvider _format; }",
        ],
        [
            "namespace App; public enum Kind { A, B } public record struct Item(int Id); public sealed record Box(int Id);",
            "namespace App; public enum Kind : byte { A, B } public record Item(int Id); public sealed record Box(int Id) : Bag;",
            "namespace App; public sealed record Kind(int A); public struct Item { } public sealed class Box;",
            "namespace App; public enum Kind { A, B } public record struct Item([property: Sensitive] int Id); "
                + "public record Box(int Id, Secret Secret);",
            "namespace App { public enum Kind { A } public interface Box; } namespace App.Inner { public struct Item { } }",
        ],
        [
            "namespace App; public abstract record Bag; "
                + "public class Base : IAsyncDisposable { public ValueTask DisposeAsync() => default; }",
            "namespace App; public abstract record Bag : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => throw null!; "
                + "System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!; } "
                + "public class Base : IDisposable { public void Dispose() { } }",
            "namespace App; public abstract record Bag; public abstract class Base { [Obsolete(\"old\")] protected Base() { } }",
        ],
        [
            "namespace App; public static class Names { public const string Run = \"jobs.run\"; }",
            "namespace App; public static class Names { public const string Run = Other.Prefix + \"run\"; }",
            "namespace App; public static class Names { public const string Run = \"bad name\"; }",
            "namespace App; public static class Names { public static readonly string Run = \"jobs.run\"; }",
        ],
        [
            "namespace App; public static class Other { public const string Prefix = \"a.\"; }",
            "namespace App; public static class Other { public const string Prefix = \"b.\"; } "
                + "public record Secret([property: Sensitive] string Word);",
            "namespace App; public static class Other { public const string Prefix = \"b.\"; } public record Secret(string Word) : Bag;",
        ],
        [
            "global using System.Text.Json; global using Job = TaskGen.TaskAttribute;",
            "global using System.Text.Json; global using Job = System.ObsoleteAttribute;",
            "global using JsonElement = System.Int32;",
            "global using System.Text.Json; global using Item = System.Int64; global using Job = TaskGen.TaskAttribute; "
                + "[assembly: TaskJsonContext<Json>]",
            "class Nothing { int X() { return 1; } }",
        ],
        [
            "public abstract class Json() : System.Text.Json.Serialization.JsonSerializerContext(null) { }",
            "public static class Holder { private abstract class Json() : System.Text.Json.Serialization.JsonSerializerContext(null) { } }",
            "namespace App { public sealed class JobsClient { } }",
            "namespace App { public sealed partial class JobsClient { } public sealed class WorkClient { } }",
            "namespace App { public sealed partial class JobsClient { private int _client; } }",
            "namespace App { public static class JobsClientTaskGenExtensions { } } "
                + "namespace TaskGen { static class GeneratedTasksExtensions { } }",
            "namespace App.System { public sealed class IFormatProvider { } }",
            "namespace App { public sealed class TaskAttribute : Attribute "
                + "{ public string? Name { get; set; } public string? Queue { get; set; } } }",
        ],
        [
            "namespace App; public sealed class More { [Task] public void Run(Kind kind) { } }",
            "namespace App; public sealed class More { [Task, TaskAlias(Names.Run), TaskAlias(Other.Prefix + \"old\")] "
                + "public void Run([Sensitive] Box box) { } }",
            "namespace App; public sealed class More { [Task(Name = \"jobs.run\")] "
                + "public void RunAsync(List<Box> boxes, (Item A, Kind B) pair) { } }",
            "using App.System; namespace App; public sealed class More(ThingsClient things) { [Task] public void Run(string a = Names.Run) "
                + "{ } }",
            "namespace App; public static class Outer { public sealed partial class Jobs { [Task] public static void Run() { } } }",
        ],
    ];

    [Fact]
    public void Is_that_of_a_fresh_run_after_any_edits()
    {
        var edit = from file in Gen.Int[0, Versions.Length - 1]
                   from version in Gen.Int[0, 8]
                   select (File: file, Version: version % Versions[file].Length);
        Check.Sample(edit.Array[1, 12], static edits => Assert.Null(FirstDifference(edits)), iter: 150, threads: 1);
    }

    /// <summary>Each edit alone, from every version of its file: no pair is left to chance.</summary>
    [Fact]
    public void Is_that_of_a_fresh_run_after_each_edit()
    {
        for (var file = 0; file < Versions.Length; file++)
        {
            for (var from = 0; from < Versions[file].Length; from++)
            {
                for (var to = 0; to < Versions[file].Length; to++)
                {
                    Assert.Null(FirstDifference([(file, from), (file, to)]));
                }
            }
        }
    }

    [Fact]
    public void Is_that_of_a_fresh_run_after_files_come_and_go()
    {
        var all = Compile([.. Versions.Select(static _ => 0)]);
        var driver = GeneratorHarness.Driver();
        for (var left = 0; left < Versions.Length; left++)
        {
            var without = all.RemoveSyntaxTrees(all.SyntaxTrees.Where(tree => tree.FilePath == $"Source{left}.cs"));
            foreach (var compilation in (CSharpCompilation[])[all, without])
            {
                driver = driver.RunGenerators(compilation);
                Assert.Equal(Fresh(compilation), GeneratorHarness.Files(driver.GetRunResult()));
            }
        }
    }

    [Fact]
    public void Is_that_of_a_fresh_run_after_options_and_references_change()
    {
        var compilation = Compile([.. Versions.Select(static _ => 0)]);
        var driver = GeneratorHarness.Driver().RunGenerators(compilation);
        foreach (var changed in (CSharpCompilation[])
            [
                compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)),
                compilation.WithAssemblyName("Renamed"),
                compilation.WithReferences(TestReferences.Framework),
                compilation,
            ])
        {
            driver = driver.RunGenerators(changed);
            Assert.Equal(Fresh(changed), GeneratorHarness.Files(driver.GetRunResult()));
        }
    }

    private static string? FirstDifference((int File, int Version)[] edits)
    {
        int[] versions = [.. Versions.Select(static _ => 0)];
        var compilation = Compile(versions);
        var driver = GeneratorHarness.Driver().RunGenerators(compilation);
        foreach (var (file, version) in edits)
        {
            var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"Source{file}.cs");
            compilation = compilation.ReplaceSyntaxTree(old, GeneratorHarness.Parse(Versions[file][version], file));
            driver = driver.RunGenerators(compilation);
            var expected = Fresh(compilation);
            var actual = GeneratorHarness.Files(driver.GetRunResult());
            if (!Sorted(expected).SequenceEqual(Sorted(actual)))
            {
                return $"after {string.Join(", ", edits)}: file {file}, version {version}";
            }
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Sorted(Dictionary<string, string> files) =>
        files.OrderBy(static pair => pair.Key, StringComparer.Ordinal);

    private static CSharpCompilation Compile(int[] versions) =>
        GeneratorHarness.Compile([.. versions.Select(static (version, file) => Versions[file][version])]);

    private static Dictionary<string, string> Fresh(CSharpCompilation compilation) =>
        GeneratorHarness.Files(GeneratorHarness.Driver().RunGenerators(compilation).GetRunResult());
}
