using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.ContractFile;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Contract;

/// <summary>The rules that compare a task with its line in the contract file.</summary>
internal static class TaskContractRules
{
    /// <summary>
    /// Creates the diagnostic for a wire name that would change if the class or the method were renamed; null if the name is set
    /// explicitly.
    /// </summary>
    public static Diagnostic? NameIsExplicit(TaskMethod task, string wireName) =>
        TaskSettings.Name.IsGiven(task.Attribute)
            ? null
            : Diagnostic.Create(
                Descriptors.WireNameNotExplicit,
                task.Attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? task.Location,
                ContractProperties.Of(wireName),
                wireName,
                task.Declaration);

    /// <summary>Creates the diagnostic for a task that has no line in the contract file.</summary>
    public static Diagnostic IsNotRecorded(TaskMethod task, TaskContract contract) =>
        Diagnostic.Create(Descriptors.TaskNotRecorded, task.Location, ContractProperties.Of(contract), contract.Name);

    /// <summary>Creates the diagnostics for the differences between a task and its line in the contract file.</summary>
    /// <param name="task">The task.</param>
    /// <param name="recorded">The contract in the line with the name or an alias of the task.</param>
    /// <param name="current">The contract of the task in the code.</param>
    public static IEnumerable<Diagnostic> IsAsRecorded(TaskMethod task, TaskContract recorded, TaskContract current)
    {
        var differences = ContractComparer.Compare(recorded, current);
        var properties = ContractProperties.Of(current with { Name = recorded.Name });
        var isBroken = false;
        foreach (var (parameter, difference) in differences)
        {
            if (difference.IsBreak)
            {
                isBroken = true;
                yield return parameter is null
                    ? Diagnostic.Create(
                        Descriptors.ResultChanged,
                        task.Location,
                        properties,
                        recorded.Name,
                        difference.Path,
                        difference.What,
                        difference.Effect)
                    : Break(LocationOf(task, parameter), recorded.Name, parameter, difference, properties);
            }
        }

        if (!isBroken && differences.Count > 0)
        {
            var first = differences[0].Difference;
            yield return Diagnostic.Create(Descriptors.ContractOutOfDate, task.Location, properties, recorded.Name, first.Path, first.What);
        }
    }

    /// <summary>
    /// Creates the diagnostic for a line that cannot be read or that is not the first line of its task; null if the line is valid.
    /// </summary>
    public static Diagnostic? IsReadable(ContractEntry line, ContractSet contracts)
    {
        if (line.Problem is { } problem)
        {
            return Diagnostic.Create(
                Descriptors.ContractUnreadable,
                line.LocationOf(problem.Start, problem.Length),
                "The syntax of this line is not valid, so the task on this line is not checked",
                $"At column {problem.Start + 1}, the format requires {problem.What}");
        }

        return contracts.Find(line.Name!) == line
            ? null
            : Diagnostic.Create(
                Descriptors.ContractUnreadable,
                line.NameLocation,
                $"Another line already records task '{line.Name}', so this line is ignored",
                "Remove one of the two lines");
    }

    /// <summary>Creates the diagnostic for a line whose task does not exist.</summary>
    /// <param name="line">The line.</param>
    /// <param name="successor">
    /// The wire name of the only unrecorded task whose contract equals the line; null if there is no such task or more than one.
    /// </param>
    /// <param name="location">The location of that task.</param>
    public static Diagnostic HasNoTask(ContractEntry line, string? successor, Location? location) => successor is null
        ? Diagnostic.Create(
            Descriptors.RecordedTaskRemoved,
            line.NameLocation,
            ContractProperties.Of(line.Name!),
            line.Name,
            "Restore the task, or remove the line from TaskContracts.txt to accept the breaking change")
        : Diagnostic.Create(
            Descriptors.RecordedTaskRemoved,
            location,
            [line.NameLocation],
            ContractProperties.Of(line.Name!),
            line.Name,
            $"If '{line.Name}' was renamed to '{successor}', which has the same contract, add [TaskAlias(\"{line.Name}\")] to that task");

    private static Diagnostic Break(
        Location? location, string task, string parameter, ContractDifference difference, ImmutableDictionary<string, string?> properties)
    {
        var isWhole = difference.Path == parameter;
        return difference.Change switch
        {
            ContractChange.Removed when isWhole =>
                Diagnostic.Create(Descriptors.ParameterRemoved, location, properties, task, parameter, difference.Effect),
            ContractChange.Required => Diagnostic.Create(
                Descriptors.RequiredParameterAdded,
                location,
                isWhole ? properties.Add(ContractProperties.Parameter, parameter) : properties,
                task,
                difference.Path,
                difference.What,
                difference.Effect),
            _ => Diagnostic.Create(
                Descriptors.ParameterRetyped, location, properties, task, parameter, difference.Path, difference.What, difference.Effect),
        };
    }

    private static Location? LocationOf(TaskMethod task, string name)
    {
        foreach (var parameter in task.Method.Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter.Locations[0];
            }
        }

        return task.Location;
    }
}
