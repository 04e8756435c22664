using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.ContractFile;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Parsing;
using TaskGen.Generator.Rules.Contract;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// Compares the tasks with the contract file <c>TaskContracts.txt</c>. If the project has no such file, nothing is reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskContractAnalyzer() : TaskGenAnalyzer(
    MetadataNames.TaskAttribute,
    [
        Descriptors.WireNameNotExplicit, Descriptors.TaskNotRecorded, Descriptors.RecordedTaskRemoved,
        Descriptors.ParameterRemoved, Descriptors.ParameterRetyped, Descriptors.RequiredParameterAdded,
        Descriptors.ResultChanged, Descriptors.ContractUnreadable, Descriptors.ContractOutOfDate,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start)
    {
        if (ContractSet.Read(start.Options.AdditionalFiles, start.CancellationToken) is not { } contracts)
        {
            return;
        }

        var names = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var unrecorded = new ConcurrentDictionary<string, (TaskContract Contract, Location? Location)>(StringComparer.Ordinal);
        start.RegisterSymbolAction(symbol => Check(symbol, contracts, names, unrecorded), SymbolKind.Method);
        start.RegisterAdditionalFileAction(file => ReportUnreadable(file, contracts));
        start.RegisterCompilationEndAction(end => ReportGone(end, contracts, names, unrecorded));
    }

    private static void Check(
        SymbolAnalysisContext context,
        ContractSet contracts,
        ConcurrentDictionary<string, bool> names,
        ConcurrentDictionary<string, (TaskContract Contract, Location? Location)> unrecorded)
    {
        if (TaskMethod.Find((IMethodSymbol)context.Symbol, context.Compilation) is not { } task)
        {
            return;
        }

        // The names of a task that breaks a rule are also collected, so that its line in the contract file is not reported as a line
        // without a task.
        var wireName = TaskNaming.WireName(task.Method, task.Attribute);
        var aliases = TaskNaming.ReadAliases(task.Method);
        names.TryAdd(wireName, true);
        foreach (var alias in aliases)
        {
            names.TryAdd(alias, true);
        }

        if (TaskMethodParser.Parse(task) is not { } model)
        {
            return;
        }

        if (TaskContractRules.NameIsExplicit(task, wireName) is { } notPinned)
        {
            context.ReportDiagnostic(notPinned);
        }

        var current = TaskContractParser.Parse(task, model);
        if (contracts.Find(wireName) is not { } line)
        {
            unrecorded.TryAdd(model.DocumentationId, (current, task.Location));
            context.ReportDiagnostic(TaskContractRules.IsNotRecorded(task, current));
        }
        else
        {
            Compare(line);
        }

        foreach (var alias in aliases)
        {
            if (contracts.Find(alias) is { } old)
            {
                Compare(old);
            }
        }

        void Compare(ContractEntry entry)
        {
            if (entry.Contract is { } recorded)
            {
                foreach (var diagnostic in TaskContractRules.IsAsRecorded(task, recorded, current))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    private static void ReportUnreadable(AdditionalFileAnalysisContext context, ContractSet contracts)
    {
        foreach (var entry in contracts.Entries)
        {
            if (entry.Path == context.AdditionalFile.Path && TaskContractRules.IsReadable(entry, contracts) is { } unreadable)
            {
                context.ReportDiagnostic(unreadable);
            }
        }
    }

    private static void ReportGone(
        CompilationAnalysisContext context,
        ContractSet contracts,
        ConcurrentDictionary<string, bool> names,
        ConcurrentDictionary<string, (TaskContract Contract, Location? Location)> unrecorded)
    {
        var gone = new List<ContractEntry>();
        foreach (var entry in contracts.Entries)
        {
            if (entry.Name is not null && !names.ContainsKey(entry.Name) && contracts.Find(entry.Name) == entry)
            {
                gone.Add(entry);
            }
        }

        foreach (var entry in gone)
        {
            var (successor, location) = FindSuccessor(entry, gone, unrecorded);
            context.ReportDiagnostic(TaskContractRules.HasNoTask(entry, successor, location));
        }
    }

    // The new name of a renamed task is reported only if it is unambiguous: exactly one new task and exactly one line without a task have
    // this contract.
    private static (string? Name, Location? Location) FindSuccessor(
        ContractEntry entry, List<ContractEntry> gone, ConcurrentDictionary<string, (TaskContract Contract, Location? Location)> unrecorded)
    {
        (string?, Location?) found = default;
        if (entry.Contract is not { } contract
            || gone.Exists(other => other != entry && other.Contract is { } twin && ContractComparer.AreEqual(twin, contract)))
        {
            return found;
        }

        foreach (var pair in unrecorded)
        {
            if (ContractComparer.AreEqual(contract, pair.Value.Contract))
            {
                if (found.Item1 is not null)
                {
                    return default;
                }

                found = (pair.Value.Contract.Name, pair.Value.Location);
            }
        }

        return found;
    }
}
