using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.Benchmarks;

/// <summary>
/// A project with ten tasks a file, each taking a record of a file of its own, and one file that has nothing to do with them.
/// </summary>
internal sealed class Project
{
    private const int TasksPerFile = 10;
    private const string EditedFile = "Jobs0.cs";
    private const string UnrelatedFile = "Plain.cs";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);
    private int _edit;

    public Project(int tasks)
    {
        var files = tasks / TasksPerFile;
        Compilation = CSharpCompilation.Create(
            "App",
            [
                .. Enumerable.Range(0, files).Select(static file => Parse($"Jobs{file}.cs", Jobs(file))),
                .. Enumerable.Range(0, files).Select(static file => Parse($"Order{file}.cs", Order(file))),
                Parse(UnrelatedFile, Plain("int X", "0")),
            ],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The project after the last edit.</summary>
    public CSharpCompilation Compilation { get; private set; }

    public static GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create([new TaskGenerator().AsSourceGenerator()], parseOptions: Options);

    /// <summary>A new compilation, in which a body of a task is another one.</summary>
    public CSharpCompilation EditBody() => Replace(EditedFile, Jobs(0, body: $"return a + {++_edit};"));

    /// <summary>The same with a signature.</summary>
    public CSharpCompilation EditSignature() => Replace(EditedFile, Jobs(0, parameter: $"int x{++_edit}, "));

    /// <summary>The same with a body that no task is near.</summary>
    public CSharpCompilation EditUnrelatedBody() =>
        Replace(UnrelatedFile, Plain("int X", (++_edit).ToString(CultureInfo.InvariantCulture)));

    /// <summary>The same with a declaration there.</summary>
    public CSharpCompilation EditUnrelatedDeclaration() => Replace(UnrelatedFile, Plain($"int X{++_edit}", "0"));

    private CSharpCompilation Replace(string file, string source)
    {
        var old = Compilation.SyntaxTrees.First(tree => tree.FilePath == file);
        return Compilation = Compilation.ReplaceSyntaxTree(old, Parse(file, source));
    }

    private static string Jobs(int file, string parameter = "", string body = "return a;") =>
        $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        namespace App;

        public sealed class Jobs{{file}}(IServiceProvider services)
        {
            public IServiceProvider Services => services;
        {{string.Concat(Enumerable.Range(0, TasksPerFile).Select(task =>
            $$"""

                [Task(Name = "jobs{{file}}.run{{task}}", Queue = "cpu", Retry = 3), RetryOn<TimeoutException>]
                public async Task<int> Run{{task}}({{(task == 0 ? parameter : "")}}int a, {{Others(file)}})
                {
                    await Task.Delay(a, cancellationToken);
                    {{(task == 0 ? body : "return a;")}}
                }

            """))}}
        }
        """;

    private static string Others(int file) => $"string name, Order{file} order, CancellationToken cancellationToken";

    private static string Order(int file) => $"namespace App; public sealed record Order{file}(int Id, string Name);";

    private static string Plain(string field, string body) =>
        $"namespace App; public sealed class Plain {{ public {field}; public int M() {{ return {body}; }} }}";

    private static SyntaxTree Parse(string path, string source) => CSharpSyntaxTree.ParseText(source, Options, path);

    // What this process runs on, without the compiler and the generator.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(
                static path => Path.GetFileName(path) is var name
                    && (name == "TaskGen.dll"
                        || name.StartsWith("System.", StringComparison.Ordinal)
                        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path));
}
