using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Emitting;
using TaskGen.Generator.Model;
using TaskGen.Generator.Outlining;
using TaskGen.Generator.Parsing;

namespace TaskGen.Generator;

/// <summary>
/// The pipeline and nothing else: find the files that may hold tasks and have changed, parse their methods into models, drop what breaks a
/// rule, and emit one file a class of tasks and two an assembly. It reports nothing; the analyzers do, from the same rules.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TaskGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        // A keystroke makes a compilation; what follows sees it only where it says something else about tasks than the one before.
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
