using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen;
using TaskGen.Serialization;

namespace Generator.Tests.Payload.Facts;

/// <summary>
/// A program with a task for each sample. Its analysis says which values will not come back, and its run on the embedded broker shows it.
/// </summary>
internal sealed class SampleProgram
{
    /// <summary>The ids that say that a value does not come back as it was.</summary>
    private static readonly string[] Losses = ["TG0003", "TG0101", "TG0102", "TG0103", "TG0104", "TG0108"];

    private readonly IReadOnlyList<string> _names = SampleSources.Names;
    private readonly CSharpCompilation _tasks;
    private readonly byte[]? _samples;

    /// <summary>Creates the program.</summary>
    /// <param name="areReferenced">
    /// <see langword="true"/> if the samples are in another assembly, of which the compiler sees only the public members.
    /// </param>
    public SampleProgram(bool areReferenced)
    {
        var samples = SampleSources.Compile("Samples", SampleSources.Trees);
        var types = _names.Select(name => TypeOf(samples, name)).ToList();
        var jobs = SampleSources.Parse(Jobs(types), "Jobs.cs");
        if (areReferenced)
        {
            _samples = Emit(samples);
            _tasks = SampleSources.Compile("Program", [jobs], MetadataReference.CreateFromImage(_samples));
        }
        else
        {
            _tasks = SampleSources.Compile("Program", [.. SampleSources.Trees, jobs]);
        }
    }

    public async Task<Dictionary<string, Fact>> RunAsync()
    {
        var said = await AnalyzeAsync();
        var differences = await SendAsync();
        return _names.Index().ToDictionary(
            static name => name.Item, name => new Fact(differences[name.Index], said[name.Index].ToList()), StringComparer.Ordinal);
    }

    private async Task<ILookup<int, string>> AnalyzeAsync()
    {
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerSetup().ToOptions(),
            static (exception, analyzer, _) => Assert.Fail($"{analyzer}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await GeneratorHarness.Generate(_tasks).WithAnalyzers([.. Library.Analyzers()], analysis).GetAnalyzerDiagnosticsAsync();
        return found.Where(static diagnostic => Losses.Contains(diagnostic.Id)).ToLookup(
            static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line - 2,
            static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private async Task<string?[]> SendAsync()
    {
        var client = GeneratorHarness.Generate(_tasks).GetTypeByMetadataName("JobsClient");
        var sendable = _names.Index().Where(name => client?.GetMembers($"S{name.Index}").IsEmpty == false)
            .ToDictionary(static name => name.Index, static name => name.Item);
        var program = GeneratorHarness.Generate(_tasks.AddSyntaxTrees(SampleSources.Parse(MainSource(sendable), "Main.cs")));

        var context = new AssemblyLoadContext("Samples", isCollectible: false);
        var samples = _samples is null ? null : context.LoadFromStream(new MemoryStream(_samples));
        context.Resolving += (_, name) => name.Name == "Samples" ? samples : null;
        var assembly = context.LoadFromStream(new MemoryStream(Emit(program)));
        var sent = new object?[_names.Count];
        var arrived = new object?[_names.Count];
        var failures = new Exception?[_names.Count];
        await (Task)assembly.GetType("Main")!.GetMethod("RunAsync")!.Invoke(null, [sent, arrived, failures])!;
        var comparer = new ValueComparer(samples ?? assembly);
        return
        [
            .. _names.Index().Select(name => sendable.ContainsKey(name.Index)
                ? failures[name.Index] is { } failure ? failure.Message : comparer.Compare(sent[name.Index], arrived[name.Index])
                : Serialize(comparer, samples ?? assembly, name.Item)),
        ];
    }

    /// <summary>The fact about a type for which no client is generated: what the serializer does with it.</summary>
    private static string? Serialize(ValueComparer comparer, Assembly samples, string name)
    {
        var options = TaskJson.Create(new TaskJsonOptions(), []);
        var split = name.LastIndexOf('.');
        var method = samples.GetType($"Samples.{name[..split]}")!.GetMethod(name[(split + 1)..])!;
        var value = method.Invoke(null, null);
        object? read = null;
        var failure = Record.Exception(() =>
            read = JsonSerializer.Deserialize(JsonSerializer.Serialize(value, method.ReturnType, options), method.ReturnType, options));
        return failure?.Message ?? comparer.Compare(value, read);
    }

    private static string TypeOf(Compilation samples, string name)
    {
        var split = name.LastIndexOf('.');
        var method = (IMethodSymbol)samples.GetTypeByMetadataName($"Samples.{name[..split]}")!.GetMembers(name[(split + 1)..]).Single();
        return method.ReturnType.ToDisplayString(
            SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
    }

    // One line for each task, from the third line.
    private static string Jobs(IReadOnlyList<string> types)
    {
        var source = new StringBuilder(
            "public static class Arrivals { public static object?[] Values = []; }\npublic sealed class Jobs {\n");
        foreach (var (index, type) in types.Index())
        {
            source.Append(
                CultureInfo.InvariantCulture,
                $"[Task(Name = \"s{index}\")] public static void S{index}({type} value) => Arrivals.Values[{index}] = value;\n");
        }

        return source.Append("}\n").ToString();
    }

    private static string MainSource(Dictionary<int, string> sendable)
    {
        var source = new StringBuilder(
            """
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Microsoft.Extensions.Logging;
            public static class Main
            {
                public static async Task RunAsync(object?[] sent, object?[] arrived, Exception?[] failures)
                {
                    Arrivals.Values = arrived;
                    var builder = Host.CreateApplicationBuilder();
                    builder.Logging.ClearProviders();
                    builder.Services.AddTaskGen().UseInMemory().AddGeneratedTasks().AddWorker(worker => worker.Queue("default"));
                    using var host = builder.Build();
                    await host.StartAsync();
                    var jobs = new JobsClient(host.Services.GetRequiredService<ITaskClient>());

            """);
        foreach (var (index, name) in sendable)
        {
            source.Append(
                CultureInfo.InvariantCulture,
                $$"""
                        try
                        {
                            var value = global::Samples.{{name}}();
                            sent[{{index}}] = value;
                            await (await jobs.S{{index}}.DelayAsync(value)).GetAsync(TimeSpan.FromSeconds(60));
                        }
                        catch (Exception exception)
                        {
                            failures[{{index}}] = exception;
                        }

                """);
        }

        return source.Append("await host.StopAsync(); } }").ToString();
    }

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var errors = result.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error);
        Assert.True(result.Success, string.Join("\n", errors));
        return stream.ToArray();
    }
}
