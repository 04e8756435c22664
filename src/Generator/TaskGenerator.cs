using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Emitting;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;
using TaskGen.Generator.Parsing;

namespace TaskGen.Generator;

/// <summary>
/// Generates the clients of task classes and the registration of tasks. This class only connects the steps of the incremental pipeline: it
/// finds the changed files that might contain tasks, parses their methods into models, drops methods that break a rule, and emits one file
/// per task class and two files per assembly. It reports no diagnostics; the analyzers use the same rules and report the diagnostics.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TaskGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        // Each keystroke in an editor creates a compilation. The later steps run only if the new compilation differs from the previous one
        // in code that tasks depend on.
        var whole = context.CompilationProvider
            .Select(SourceSlicer.CutWhole)
            .WithTrackingName(TrackingNames.Whole);
        var slices = whole
            .Select(SourceSlicer.Cut)
            .WithTrackingName(TrackingNames.Slices);
        var files = slices
            .SelectMany(static (cut, _) => cut.Files)
            .WithTrackingName(TrackingNames.FileSlices)
            .Select(FileParser.Parse)
            .WithTrackingName(TrackingNames.Files);

        var clients = files
            .SelectMany(static (file, _) => ImmutableArray.CreateRange(file.Tasks))
            .WithTrackingName(TrackingNames.Tasks)
            .Collect()
            .SelectMany(ClientBuckets.Spread)
            .WithTrackingName(TrackingNames.Buckets)
            .SelectMany(static (bucket, _) => ImmutableArray.CreateRange(bucket))
            .WithTrackingName(TrackingNames.Clients);
        context.RegisterSourceOutput(clients, ClientEmitter.Emit);

        var classes = clients
            .Select(static (client, _) => client.Class)
            .WithTrackingName(TrackingNames.Classes);
        var entries = clients
            .SelectMany(static (client, _) => RegistryParser.ParseEntries(client))
            .WithTrackingName(TrackingNames.Entries);
        var conditions = files
            .SelectMany(static (file, _) => ImmutableArray.CreateRange(file.Conditions))
            .WithTrackingName(TrackingNames.Conditions);
        var slice = slices
            .Select(static (cut, _) => cut.Assembly)
            .WithTrackingName(TrackingNames.AssemblySlice);
        var assembly = slice
            .Select(AssemblyParser.Parse)
            .WithTrackingName(TrackingNames.Assembly);
        var jsonContexts = slice
            .Select(AssemblyParser.ParseJsonContexts)
            .WithTrackingName(TrackingNames.JsonContexts);
        var registry = assembly.Combine(jsonContexts).Combine(entries.Collect()).Combine(classes.Collect()).Combine(conditions.Collect())
            .Select(RegistryParser.Parse)
            .WithTrackingName(TrackingNames.Registry);
        context.RegisterSourceOutput(registry, RegistryEmitter.EmitModule);

        var extension = registry
            .Select(static (model, _) => new ExtensionModel(model.Assembly, model.HasModule))
            .WithTrackingName(TrackingNames.Extension);
        context.RegisterSourceOutput(extension, RegistryEmitter.EmitExtension);
    }
}
