using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Parsing;

namespace TaskGen.Generator.Diagnostics.Analyzers;

/// <summary>Finds tasks that need one name: on the wire, in this assembly and in the referenced ones, and in generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DuplicateWireName, Descriptors.ClashingGeneratedNames];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(MetadataNames.TaskAttribute) is null)
            {
                return;
            }

            // By the method's documentation id, which no two methods of a compilation share.
            var found = new ConcurrentDictionary<string, (TaskModel Model, Location Location)>(StringComparer.Ordinal);
            start.RegisterSymbolAction(
                symbol =>
                {
                    var method = (IMethodSymbol)symbol.Symbol;
                    if (method.PartialDefinitionPart is null
                        && method.FindAttribute(MetadataNames.TaskAttribute) is { } attribute
                        && TaskMethodParser.Parse(new TaskMethod(method, attribute, symbol.Compilation)) is { } model)
                    {
                        found[model.DocumentationId] = (model, method.Locations[0]);
                    }
                },
                SymbolKind.Method);
            start.RegisterCompilationEndAction(end => Report(end, found));
        });
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentDictionary<string, (TaskModel Model, Location Location)> found)
    {
        var models = ImmutableArray.CreateBuilder<TaskModel>();
        foreach (var pair in found)
        {
            models.Add(pair.Value.Model);
        }

        var tasks = models.ToImmutable();
        foreach (var clash in TaskSetRules.FindClashes(tasks))
        {
            var location = found[clash.Task.DocumentationId].Location;
            context.ReportDiagnostic(clash.IsWireName
                ? Diagnostic.Create(Descriptors.DuplicateWireName, location, clash.Name, clash.Task.Declaration, clash.Other)
                : Diagnostic.Create(Descriptors.ClashingGeneratedNames, location, clash.Task.Declaration, clash.Name, clash.Other));
        }

        var referenced = ReadReferenced(context);
        foreach (var task in tasks)
        {
            if (referenced.TryGetValue(task.WireName, out var other))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DuplicateWireName, found[task.DocumentationId].Location, task.WireName, task.Declaration, other));
            }
        }
    }

    // Of tasks with one name the first is kept. An application is where both would be registered; a library may never host either.
    private static Dictionary<string, string> ReadReferenced(CompilationAnalysisContext context)
    {
        var isApplication = context.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<IAssemblySymbol>(SymbolEqualityComparer.Default);
        foreach (var assembly in AssemblyParser.ReferencedWithTasks(context.Compilation))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(assembly) || AssemblyParser.FindModule(assembly) is not { } module)
            {
                continue;
            }

            foreach (var attribute in module.GetAttributes())
            {
                if (attribute.AttributeClass.Is(MetadataNames.TaskDeclarationAttribute)
                    && attribute.ConstructorArguments is [{ Value: string name }, { Value: string declaration }])
                {
                    var task = $"{declaration} in {assembly.Name}";
                    if (!names.TryGetValue(name, out var other))
                    {
                        names.Add(name, task);
                    }
                    else if (isApplication)
                    {
                        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DuplicateWireName, Location.None, name, task, other));
                    }
                }
            }
        }

        return names;
    }
}
