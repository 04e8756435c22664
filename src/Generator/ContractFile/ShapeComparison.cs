namespace TaskGen.Generator.ContractFile;

/// <summary>
/// Compares the JSON structure that the recorded version of a task wrote with the JSON structure that the current version reads.
/// </summary>
/// <param name="isResult">
/// <see langword="true"/> if the value is a result; otherwise, <see langword="false"/>. Callers of either version read results from workers
/// of both versions, so a change to a result must be compatible in both directions.
/// </param>
internal sealed class ShapeComparison(bool isResult)
{
    private const string Dropped = "its value in tasks in flight would be ignored";
    private const string Refused = "tasks in flight would become dead letters";
    private const string Unfit = "tasks in flight whose value does not fit would become dead letters";
    private const string Misread = "tasks in flight would become dead letters or receive wrong values";
    private const string Lacking = "tasks that were dispatched without it would become dead letters";

    /// <summary>
    /// Gets the most severe difference: the first breaking one. If there is none, gets the first difference with an unknown effect, or
    /// otherwise the first difference of any kind. The value is null if there are no differences.
    /// </summary>
    public ContractDifference? Worst { get; private set; }

    /// <summary>Compares a recorded member with the current one, which is null if the member was removed.</summary>
    public void Member(ContractMember recorded, ContractMember? current, string path)
    {
        if (current is null)
        {
            Report(ContractChange.Removed, path, "was removed", Dropped);
            return;
        }

        Shape(recorded.Shape, current.Shape, path);
        if (recorded.IsOptional && !current.IsOptional)
        {
            // A worker writes all members of its version of the result.
            Report(isResult ? ContractChange.Compatible : ContractChange.Required, path, "is now required", Lacking);
        }
        else if (!recorded.IsOptional && current.IsOptional)
        {
            Report(ContractChange.Compatible, path, "is now optional", "");
        }
    }

    /// <summary>Adds the difference for a member that was not recorded.</summary>
    public void Added(ContractMember current, string path) =>
        Report(
            current.IsOptional ? ContractChange.Compatible : ContractChange.Required,
            path,
            current.IsOptional ? "is new" : "is new and required",
            Lacking);

    /// <summary>Compares two shapes.</summary>
    public void Shape(ContractShape recorded, ContractShape current, string path)
    {
        if (recorded == current)
        {
            return;
        }

        if (recorded.Kind == ContractShapeKind.Opaque || current.Kind == ContractShapeKind.Opaque)
        {
            Opaque(recorded, current, path);
            return;
        }

        if (recorded.IsNullable && !current.IsNullable)
        {
            Report(ContractChange.Retyped, path, "can no longer be null", "tasks in flight with a null value would become dead letters");
        }
        else if (!recorded.IsNullable && current.IsNullable)
        {
            Report(Widened, path, "can now be null", "");
        }

        if (recorded.Kind != current.Kind || recorded.Kind is ContractShapeKind.Plain or ContractShapeKind.Enum)
        {
            Words(recorded, current, path);
            return;
        }

        switch (recorded.Kind)
        {
            case ContractShapeKind.List or ContractShapeKind.Map:
                for (var index = 0; index < recorded.Elements.Count; index++)
                {
                    Shape(
                        recorded.Elements[index],
                        current.Elements[index],
                        index < recorded.Elements.Count - 1 ? path + "[key]" : path + "[]");
                }

                break;
            case ContractShapeKind.Tuple:
                Tuple(recorded, current, path);
                break;
            case ContractShapeKind.Object:
                Object(recorded, current, path);
                break;
            case ContractShapeKind.Enclosing when recorded.Name != current.Name:
                Retyped(recorded, current, path, Misread);
                break;
        }
    }

    private ContractChange Widened => isResult ? ContractChange.Retyped : ContractChange.Compatible;

    private void Opaque(ContractShape recorded, ContractShape current, string path)
    {
        // The shape "json" without a type name accepts any JSON.
        var readsAll = !isResult && current is { Kind: ContractShapeKind.Opaque, Name: "" };
        if (recorded.Kind != current.Kind || recorded.Name != current.Name)
        {
            Report(readsAll ? ContractChange.Compatible : ContractChange.Unknown, path, Said(recorded, current), "");
        }
        else
        {
            Report(ContractChange.Unknown, path, current.IsNullable ? "can now be null" : "can no longer be null", "");
        }
    }

    private void Words(ContractShape recorded, ContractShape current, string path)
    {
        var (from, to) = (Word(recorded), Word(current));
        if (from is null || to is null)
        {
            Retyped(recorded, current, path, IsArray(recorded) != IsArray(current) || from != to ? Refused : Misread);
        }
        else if (from != to)
        {
            if (ContractWords.IsWidened(from, to))
            {
                Report(Widened, path, Said(recorded, current), "");
            }
            else
            {
                Retyped(recorded, current, path, Effect(from, to));
            }
        }
        else if (recorded.Kind != current.Kind)
        {
            // Enumerations that are serialized by number have the same JSON as integers. Enumerations that are serialized by name accept
            // only specific strings.
            var isChoice = from == ContractShape.Text && current.Kind == ContractShapeKind.Enum;
            Report(isChoice ? ContractChange.Retyped : Compatible(from), path, Said(recorded, current), Unfit);
        }
        else if (recorded.Kind == ContractShapeKind.Enum)
        {
            Constants(recorded, current, path);
        }
    }

    private ContractChange Compatible(string word) => word == ContractShape.Text ? Widened : ContractChange.Compatible;

    private void Constants(ContractShape recorded, ContractShape current, string path)
    {
        foreach (var constant in recorded.Constants)
        {
            if (Find(current, other => other.Name == constant.Name) is { } same)
            {
                if (same.Number != constant.Number)
                {
                    Report(
                        ContractChange.Retyped,
                        path,
                        $"has {constant.Name} = {same.Number} instead of {constant.Name} = {constant.Number}",
                        "tasks in flight would receive wrong values");
                }
            }
            else if (constant.Number.Length > 0 && Find(current, other => other.Number == constant.Number) is { } renamed)
            {
                Report(ContractChange.Compatible, path, $"has the member {renamed.Name} instead of {constant.Name}", "");
            }
            else
            {
                Report(
                    ContractChange.Retyped,
                    path,
                    $"no longer has the member {constant.Name}",
                    constant.Number.Length > 0 ? "tasks in flight would receive a number that has no name" : Unfit);
            }
        }

        foreach (var constant in current.Constants)
        {
            if (Find(recorded, other => other == constant) is null)
            {
                Report(ContractChange.Compatible, path, $"has the new member {constant.Name}", "");
            }
        }
    }

    private void Tuple(ContractShape recorded, ContractShape current, string path)
    {
        if (recorded.Elements.Count != current.Elements.Count)
        {
            Retyped(recorded, current, path, Refused);
            return;
        }

        for (var index = 0; index < recorded.Elements.Count; index++)
        {
            Shape(recorded.Elements[index], current.Elements[index], $"{path}[{index}]");
        }
    }

    private void Object(ContractShape recorded, ContractShape current, string path)
    {
        foreach (var member in recorded.Members)
        {
            Member(member, ContractComparer.Find(current.Members, member.Name), $"{path}.{member.Name}");
        }

        foreach (var member in current.Members)
        {
            if (ContractComparer.Find(recorded.Members, member.Name) is null)
            {
                Added(member, $"{path}.{member.Name}");
            }
        }
    }

    private void Retyped(ContractShape recorded, ContractShape current, string path, string effect) =>
        Report(ContractChange.Retyped, path, Said(recorded, current), effect);

    private void Report(ContractChange change, string path, string what, string effect)
    {
        var difference = new ContractDifference(
            change, path, what, isResult ? "callers of one version could not read results from workers of the other version" : effect);
        if (Worst is null
            || (!Worst.IsBreak && (difference.IsBreak || (Worst.Change == ContractChange.Compatible && change == ContractChange.Unknown))))
        {
            Worst = difference;
        }
    }

    private static string Effect(string from, string to) => (ContractWords.IsNumber(from), ContractWords.IsNumber(to)) switch
    {
        (true, true) => Unfit,
        (false, false) when ContractWords.IsText(from) && ContractWords.IsText(to) => Misread,
        _ => Refused,
    };

    private static string? Word(ContractShape shape) => shape.Kind is ContractShapeKind.Plain or ContractShapeKind.Enum ? shape.Name : null;

    private static bool IsArray(ContractShape shape) => shape.Kind is ContractShapeKind.List or ContractShapeKind.Tuple;

    private static string Said(ContractShape recorded, ContractShape current) =>
        $"changed from {ContractWriter.Write(recorded)} to {ContractWriter.Write(current)}";

    private static ContractConstant? Find(ContractShape shape, Predicate<ContractConstant> match)
    {
        foreach (var constant in shape.Constants)
        {
            if (match(constant))
            {
                return constant;
            }
        }

        return null;
    }
}
