using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Emitting;
using TaskGen.Generator.Model;
using TaskGen.Generator.Parsing;

namespace TaskGen.Generator;

/// <summary>
/// The pipeline and nothing else: find the methods with the attribute, parse each into a model, drop what breaks a rule, and emit one file a task,
/// one a class and two an assembly. It reports nothing; the analyzers do, from the same rules.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TaskGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var slots = context.SyntaxProvider
            .ForAttributeWithMetadataName(MetadataNames.TaskAttribute, static (node, _) => node is MethodDeclarationSyntax, TaskMethodParser.Parse)
            .WithTrackingName(TrackingNames.Methods)
            .SelectMany(static (task, _) => task is null ? ImmutableArray<TaskModel>.Empty : [task])
            .WithTrackingName(TrackingNames.ValidMethods)
            .Collect()
            .SelectMany(TaskSlots.Spread)
            .WithTrackingName(TrackingNames.Slots);
        context.RegisterSourceOutput(slots, TaskEmitter.Emit);

        var tasks = slots
            .SelectMany(static (slot, _) => ImmutableArray.CreateRange(slot))
            .WithTrackingName(TrackingNames.Tasks);
        var classSlots = tasks
            .Select(static (task, _) => task.Class)
            .WithTrackingName(TrackingNames.ClassOfTask)
            .Collect()
            .SelectMany(TaskSlots.Spread)
            .WithTrackingName(TrackingNames.ClassSlots);
        context.RegisterSourceOutput(classSlots, ClientEmitter.Emit);

        var classes = classSlots
            .SelectMany(static (slot, _) => ImmutableArray.CreateRange(slot))
            .WithTrackingName(TrackingNames.Classes);
        var entries = tasks
            .Select(static (task, _) => new RegistryEntry(task.FullTaskTypeName, task.WireName, task.Aliases, task.Declaration))
            .WithTrackingName(TrackingNames.Entries);
        var jsonContexts = context.SyntaxProvider
            .ForAttributeWithMetadataName(MetadataNames.TaskJsonContextAttribute, static (_, _) => true, AssemblyParser.ParseJsonContexts)
            .WithTrackingName(TrackingNames.JsonContextAttributes)
            .SelectMany(static (names, _) => names)
            .WithTrackingName(TrackingNames.JsonContexts);
        var conditions = context.SyntaxProvider
            .ForAttributeWithMetadataName(MetadataNames.ConditionAttribute, static (node, _) => node is MethodDeclarationSyntax, ConditionParser.Parse)
            .WithTrackingName(TrackingNames.ConditionMethods)
            .SelectMany(static (condition, _) => condition is null ? ImmutableArray<ConditionModel>.Empty : [condition])
            .WithTrackingName(TrackingNames.Conditions);
        var assembly = context.CompilationProvider
            .Select(AssemblyParser.Parse)
            .WithTrackingName(TrackingNames.Assembly);
        var registry = assembly.Combine(entries.Collect()).Combine(classes.Collect()).Combine(jsonContexts.Collect()).Combine(conditions.Collect())
            .Select(RegistryParser.Parse)
            .WithTrackingName(TrackingNames.Registry);
        context.RegisterSourceOutput(registry, RegistryEmitter.EmitModule);

        var extension = registry
            .Select(static (model, _) => new ExtensionModel(model.Assembly, model.HasModule))
            .WithTrackingName(TrackingNames.Extension);
        context.RegisterSourceOutput(extension, RegistryEmitter.EmitExtension);
    }
}
