using TaskGen.Generator.Model;

namespace TaskGen.Generator.ContractFile;

/// <summary>
/// Compares contracts by what they say, not by their text: for each parameter, and for the result, the first difference that hurts; where
/// none does, the first at all. The order of parameters, members and constants means nothing.
/// </summary>
internal static class ContractComparer
{
    private const string Result = "result";

    /// <summary>Whether two contracts say the same, whatever their names.</summary>
    public static bool AreEqual(TaskContract left, TaskContract right) => Compare(left, right).Count == 0;

    /// <summary>What has changed.</summary>
    /// <param name="recorded">The contract that tasks in flight were dispatched by.</param>
    /// <param name="current">The contract that the code has.</param>
    /// <returns>A difference for each parameter that changed, and one for the result, which has no parameter.</returns>
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

    /// <summary>The member of this name.</summary>
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
                    $"is {ContractWriter.Write(added)}, was nothing",
                    "what ran in the recorded version has none");
            case ({ } removed, null):
                return new ContractDifference(
                    ContractChange.Retyped,
                    Result,
                    $"is nothing, was {ContractWriter.Write(removed)}",
                    "who waits with the recorded version gets none");
        }

        var comparison = new ShapeComparison(isResult: true);
        comparison.Shape(WithoutFreeNull(recorded), WithoutFreeNull(current), Result);
        return comparison.Worst;
    }

    // A result that is an object may always be null when it is read: the method decides, and no reader refuses it.
    private static ContractShape WithoutFreeNull(ContractShape shape) => shape switch
    {
        { Kind: ContractShapeKind.List or ContractShapeKind.Map or ContractShapeKind.Object }
            or { Kind: ContractShapeKind.Plain, Name: ContractShape.Text or "uri" or "bytes" } =>
            shape with { IsNullable = false },
        _ => shape,
    };
}
