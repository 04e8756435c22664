using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.ContractFile;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Contract;

/// <summary>What a task must have kept of what the contract file says of it.</summary>
internal static class TaskContractRules
{
    /// <summary>Whether the name stays when class or method are renamed.</summary>
    public static Diagnostic? NameIsPinned(TaskMethod task, string wireName) =>
        TaskSettings.Name.IsGiven(task.Attribute)
            ? null
            : Diagnostic.Create(
                Descriptors.NameNotPinned,
                task.Attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? task.Location,
                ContractProperties.Of(wireName),
                wireName,
                task.Declaration);

    /// <summary>That a task is not recorded.</summary>
    public static Diagnostic IsNotRecorded(TaskMethod task, TaskContract contract) =>
        Diagnostic.Create(Descriptors.TaskNotRecorded, task.Location, ContractProperties.Of(contract), contract.Name);

    /// <summary>Whether a task still is what a line says.</summary>
    /// <param name="task">The task.</param>
    /// <param name="recorded">The line of its name, or of an alias.</param>
    /// <param name="current">The task as it is.</param>
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

    /// <summary>Whether a line says something, and is the only one for its task.</summary>
    public static Diagnostic? IsReadable(ContractEntry line, ContractSet contracts)
    {
        if (line.Problem is { } problem)
        {
            return Diagnostic.Create(
                Descriptors.ContractUnreadable,
                line.LocationOf(problem.Start, problem.Length),
                $"The line cannot be read from column {problem.Start + 1} on: expected is {problem.What}");
        }

        return contracts.Find(line.Name!) == line
            ? null
            : Diagnostic.Create(
                Descriptors.ContractUnreadable, line.NameLocation, $"The task '{line.Name}' has a line already; remove one of them");
    }

    /// <summary>That a line has no task.</summary>
    /// <param name="line">The line.</param>
    /// <param name="successor">
    /// The one task that is not recorded and says what the line says; null where there is none, or more than one.
    /// </param>
    /// <param name="location">Where the successor is named.</param>
    public static Diagnostic IsGone(ContractEntry line, string? successor, Location? location) => successor is null
        ? Diagnostic.Create(
            Descriptors.RecordedTaskIsGone,
            line.NameLocation,
            ContractProperties.Of(line.Name!),
            line.Name,
            "bring it back, or accept the break and remove the line")
        : Diagnostic.Create(
            Descriptors.RecordedTaskIsGone,
            location,
            [line.NameLocation],
            ContractProperties.Of(line.Name!),
            line.Name,
            $"if '{successor}', which has the same contract, is its new name, keep the old one with [TaskAlias(\"{line.Name}\")]");

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
