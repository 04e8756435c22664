using TaskGen.Generator.Model;

namespace TaskGen.Generator.ContractFile;

/// <summary>
/// Compares contracts by their meaning instead of by their text. It finds at most one difference for each parameter and for the result: the
/// first breaking difference or, if none is breaking, the first difference. The order of parameters, members, and constants is not
/// significant.
/// </summary>
internal static class ContractComparer
{
    private const string Result = "result";

    /// <summary>Determines whether two contracts have the same parameters and results. Their names can differ.</summary>
    public static bool AreEqual(TaskContract left, TaskContract right) => Compare(left, right).Count == 0;

    /// <summary>Returns the differences between two contracts.</summary>
    /// <param name="recorded">The recorded contract, with which tasks in flight were dispatched.</param>
    /// <param name="current">The contract of the current code.</param>
    /// <returns>One difference for each changed parameter, and one for a changed result, whose parameter name is null.</returns>
    public static List<(string? Parameter, ContractDifference Difference)> Compare(TaskContract recorded, TaskContract current)
    {
        var differences = new List<(string?, ContractDifference)>();
        foreach (var parameter in recorded.Parameters)
        {
            Add(parameter.Name, comparison => comparison.Member(parameter, Find(current.Parameters, parameter.Name), parameter.Name));
        }

        foreach (var parameter in current.Parameters)
        {
            if (Find(recorded.Parameters, parameter.Name) is null)
            {
                Add(parameter.Name, comparison => comparison.Added(parameter, parameter.Name));
            }
        }

        if (CompareResults(recorded.Result, current.Result) is { } result)
        {
            differences.Add((null, result));
        }

        return differences;

        void Add(string name, Action<ShapeComparison> compare)
        {
            var comparison = new ShapeComparison(isResult: false);
            compare(comparison);
            if (comparison.Worst is { } worst)
            {
                differences.Add((name, worst));
            }
        }
    }

    /// <summary>Returns the member with the specified name; null if there is none.</summary>
    public static ContractMember? Find(EquatableArray<ContractMember> members, string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }

    private static ContractDifference? CompareResults(ContractShape? recorded, ContractShape? current)
    {
        switch (recorded, current)
        {
            case (null, null):
                return null;
            case (null, { } added):
                return new ContractDifference(
                    ContractChange.Retyped,
                    Result,
                    $"changed from nothing to {ContractWriter.Write(added)}",
                    "tasks that ran in the recorded version have no result");
            case ({ } removed, null):
                return new ContractDifference(
                    ContractChange.Retyped,
                    Result,
                    $"changed from {ContractWriter.Write(removed)} to nothing",
                    "callers of the recorded version would not receive a result");
        }

        var comparison = new ShapeComparison(isResult: true);
        comparison.Shape(WithoutFreeNull(recorded), WithoutFreeNull(current), Result);
        return comparison.Worst;
    }

    // A result of a reference type can be null in either version, because readers accept null regardless of the nullable annotation.
    private static ContractShape WithoutFreeNull(ContractShape shape) => shape switch
    {
        { Kind: ContractShapeKind.List or ContractShapeKind.Map or ContractShapeKind.Object }
            or { Kind: ContractShapeKind.Plain, Name: ContractShape.Text or "uri" or "bytes" } =>
            shape with { IsNullable = false },
        _ => shape,
    };
}
