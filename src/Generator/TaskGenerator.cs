using Microsoft.CodeAnalysis;
using TaskGen.Generator.Emitting;
using TaskGen.Generator.Guarding;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;
using TaskGen.Generator.Parsing;

namespace TaskGen.Generator;

/// <summary>
/// Generates the clients of task classes and the registration of tasks. This class only connects the steps of the incremental pipeline: it
/// finds the changed files that might contain tasks, parses their methods into models, drops methods that break a rule, and emits one file
/// per task class and two files per assembly. The analyzers use the same rules and report the diagnostics. The generator reports only
/// exceptions of its steps.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TaskGenerator : IIncrementalGenerator
{
    private readonly StepRunner _runner;

    /// <summary>Initializes a new instance. The compiler calls this constructor.</summary>
    public TaskGenerator()
        : this(new StepRunner())
    {
    }

    /// <summary>Initializes a new instance whose steps run in the specified runner.</summary>
    internal TaskGenerator(StepRunner runner) => _runner = runner;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
        var pipeline = new GuardedPipeline(context, _runner);

        // Each keystroke in an editor creates a compilation. The later steps run only if the new compilation differs from the previous one
        // in code that tasks depend on.
        var compilation = pipeline.Input(context.CompilationProvider);
        var whole = pipeline.Select(TrackingNames.Whole, compilation, SourceSlicer.CutWhole, SourceSlicer.CutUnknown).Inputs;
        var slices = pipeline.SelectMany(TrackingNames.FileSlices, whole, SourceSlicer.CutFiles, SourceSlicer.CutUnknownFiles).Inputs;
        var files = pipeline.Select(TrackingNames.Files, slices, FileParser.Parse).Inputs;

        var tasks = pipeline.SelectMany(TrackingNames.Tasks, files, static (file, _) => file.Tasks.Items).Values;
        var buckets = pipeline.Sift(TrackingNames.Buckets, pipeline.Input(tasks.Collect()), ClientBuckets.Spread).Inputs;
        var clients = pipeline.SelectMany(TrackingNames.Clients, buckets, ClientEmitter.Emit).Inputs;
        pipeline.Output(clients, static client => client.File);

        // Only tasks whose code was emitted can be registered.
        var classes = pipeline.Select(TrackingNames.Classes, clients, static (client, _) => client.Client.Class).Values;
        var entries = pipeline.SelectMany(TrackingNames.Entries, clients, RegistryParser.ParseEntries).Values;
        var conditions = pipeline.SelectMany(TrackingNames.Conditions, files, static (file, _) => file.Conditions.Items).Values;
        var slice = pipeline.Select(TrackingNames.AssemblySlice, whole, SourceSlicer.CutAssembly, SourceSlicer.CutUnknownAssembly).Inputs;
        var assembly = pipeline.Select(TrackingNames.Assembly, slice, AssemblyParser.Parse, static _ => AssemblyModel.Unknown).Values;
        var jsonContexts = pipeline.SelectMany(TrackingNames.JsonContexts, slice, AssemblyParser.ParseJsonContexts).Values;
        var found = assembly
            .Combine(jsonContexts.Collect())
            .Combine(entries.Collect())
            .Combine(classes.Collect())
            .Combine(conditions.Collect());
        var registry = pipeline.Select(TrackingNames.Registry, pipeline.Input(found), RegistryParser.Parse).Inputs;
        var module = pipeline.SelectMany(TrackingNames.Module, registry, static (model, _) => RegistryEmitter.EmitModule(model));
        pipeline.Output(module.Inputs, static file => file);

        // The extension method calls the module, so it depends on whether the module was emitted.
        var modules = pipeline.Input(assembly.Combine(module.Values.Collect()));
        var extension = pipeline.Select(TrackingNames.Extension, modules, RegistryParser.ParseExtension).Inputs;
        var extensionFile = pipeline.SelectMany(
            TrackingNames.ExtensionFile, extension, static (model, _) => RegistryEmitter.EmitExtension(model));
        pipeline.Output(extensionFile.Inputs, static file => file);
    }
}
