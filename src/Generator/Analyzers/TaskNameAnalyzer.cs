using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Parsing;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Rules.Names;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// Finds tasks with the same wire name or alias, in this assembly and in its references, and tasks that require the same name in generated
/// code. Also finds tasks whose generated code is missing or wrong, because they depend on other generated code.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskNameAnalyzer() : TaskGenAnalyzer(
    MetadataNames.TaskAttribute,
    [
        Descriptors.DuplicateWireName, Descriptors.ClashingGeneratedNames, Descriptors.DeclaredByGenerator,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start)
    {
        // The key is the documentation id of the method, which is unique in a compilation.
        var found = new ConcurrentDictionary<string, (TaskModel Model, TaskMethod Method)>(StringComparer.Ordinal);
        MethodActions.RegisterMethods(start, (method, compilation, _) =>
        {
            if (TaskMethod.Find(method, compilation) is { } task && TaskMethodParser.Parse(task) is { } model)
            {
                found[model.DocumentationId] = (model, task);
            }
        });
        start.RegisterCompilationEndAction(end => Report(end, found));
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentDictionary<string, (TaskModel Model, TaskMethod Method)> found)
    {
        var models = ImmutableArray.CreateBuilder<TaskModel>();
        foreach (var pair in found)
        {
            models.Add(pair.Value.Model);
        }

        var tasks = models.ToImmutable();
        foreach (var clash in TaskSetRules.FindClashes(tasks))
        {
            var location = found[clash.Task.DocumentationId].Method.Location;
            context.ReportDiagnostic(clash.Kind == TaskClashKind.GeneratedName
                ? Diagnostic.Create(
                    Descriptors.ClashingGeneratedNames,
                    location,
                    clash.Task.Declaration,
                    clash.Name,
                    clash.Other,
                    ClientNameRules.Rename)
                : Duplicate(
                    location, clash.Name, clash.Kind == TaskClashKind.Alias, clash.Task.Declaration, clash.Other, isOthersAlias: false));
        }

        ReportOmitted(context, TaskSetRules.Resolve(tasks), found);
        var referenced = ReadReferenced(context);
        foreach (var task in tasks)
        {
            var location = found[task.DocumentationId].Method.Location;
            if (referenced.TryGetValue(task.WireName, out var other))
            {
                context.ReportDiagnostic(Duplicate(location, task.WireName, isAlias: false, task.Declaration, other.Task, other.IsAlias));
            }

            foreach (var alias in task.Aliases)
            {
                if (alias != task.WireName && referenced.TryGetValue(alias, out other))
                {
                    context.ReportDiagnostic(Duplicate(location, alias, isAlias: true, task.Declaration, other.Task, other.IsAlias));
                }
            }
        }
    }

    private static void ReportOmitted(
        CompilationAnalysisContext context,
        ImmutableArray<TaskModel> tasks,
        ConcurrentDictionary<string, (TaskModel Model, TaskMethod Method)> found)
    {
        if (tasks.IsEmpty || GeneratedTrees.Find(context.Compilation) is not { } trees)
        {
            return;
        }

        foreach (var task in tasks)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (GeneratedDeclarationRules.CheckTask(found[task.DocumentationId].Method, trees) is { } violation)
            {
                context.ReportDiagnostic(violation.ToDiagnostic());
            }
        }
    }

    private static Diagnostic Duplicate(Location? location, string name, bool isAlias, string task, string other, bool isOthersAlias) =>
        Diagnostic.Create(
            Descriptors.DuplicateWireName,
            location,
            name,
            task,
            other,
            isAlias ? "alias" : "wire name",
            isAlias || isOthersAlias
                ? "Remove the alias from the task to which it does not belong"
                : "Set a different name with [Task(Name = \"...\")] on one of the two tasks");

    // Keeps the first of several tasks with the same name. A conflict between two references is reported only in an application, which
    // registers both tasks. A library itself might never host them.
    private static Dictionary<string, (string Task, bool IsAlias)> ReadReferenced(CompilationAnalysisContext context)
    {
        var isApplication = context.Compilation.Options.OutputKind
            is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        var names = new Dictionary<string, (string Task, bool IsAlias)>(StringComparer.Ordinal);
        var seen = new HashSet<IAssemblySymbol>(SymbolEqualityComparer.Default);
        foreach (var assembly in TaskModules.ReferencedWithTasks(context.Compilation))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(assembly) || TaskModules.Find(assembly) is not { } module)
            {
                continue;
            }

            foreach (var (name, declaration, isAlias) in TaskModules.Declarations(module))
            {
                var task = $"{declaration} in {assembly.Name}";
                if (!names.TryGetValue(name, out var other))
                {
                    names.Add(name, (task, isAlias));
                }
                else if (isApplication)
                {
                    context.ReportDiagnostic(Duplicate(Location.None, name, isAlias, task, other.Task, other.IsAlias));
                }
            }
        }

        return names;
    }
}
