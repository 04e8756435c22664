using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits which values of a task are sensitive: for the runtime, for the analyzers of the callers' projects, and for the text of
/// <c>Args</c>.
/// </summary>
internal static class SensitivityEmitter
{
    private const string Attribute = "global::TaskGen.Sensitive";

    /// <summary>Returns the attribute of a parameter whose whole value is sensitive; empty for others.</summary>
    public static string Marker(ParameterModel parameter) => IsWhole(parameter) ? $"[{Attribute}] " : "";

    /// <summary>
    /// Returns the attributes of a record parameter whose whole value is sensitive; empty for others. The property needs its own attribute,
    /// because C# applies an attribute without a target to the parameter only.
    /// </summary>
    public static string RecordMarker(ParameterModel parameter) => IsWhole(parameter) ? $"[{Attribute}] [property: {Attribute}] " : "";

    /// <summary>Writes the member of the definition.</summary>
    public static void WriteMember(CodeWriter writer, TaskModel task, TaskNames names)
    {
        if (HasAny(task))
        {
            writer.Line($"static {RuntimeNames.Sensitivity}? {names.Definition}.Sensitivity => Parameters.Sensitivity;");
            writer.Line();
        }
    }

    /// <summary>Writes the static field whose value the member returns.</summary>
    public static void WriteField(CodeWriter writer, TaskModel task, TaskNames names)
    {
        if (!HasAny(task))
        {
            return;
        }

        writer.Line($"internal static readonly {RuntimeNames.Sensitivity} Sensitivity = new {RuntimeNames.Sensitivity}(");
        using (writer.Indent())
        {
            using (writer.Block($"new {RuntimeNames.SensitivePart}[]", ","))
            {
                foreach (var parameter in names.Payload)
                {
                    if (parameter.Sensitivity is { } sensitivity)
                    {
                        var members = sensitivity.Members.Count == 0 ? "" : ", " + Texts(sensitivity);
                        writer.Line($"new {RuntimeNames.SensitivePart}({Literals.Of(parameter.Name)}{members}),");
                    }
                }
            }

            writer.Line($"{Array(task.ResultSensitivity)},");
            writer.Line($"{Array(DetailOf(task))});");
        }
    }

    /// <summary>Writes the method that prints the arguments with sensitive values masked, if there are any.</summary>
    public static void WritePrinting(CodeWriter writer, TaskNames names)
    {
        var isSensitive = false;
        foreach (var parameter in names.Payload)
        {
            isSensitive |= parameter.Sensitivity is not null;
        }

        if (!isSensitive)
        {
            return;
        }

        writer.Line();
        using (writer.Block("private bool PrintMembers(global::System.Text.StringBuilder builder)"))
        {
            var separator = "";
            foreach (var parameter in names.Payload)
            {
                var name = Literals.Of($"{separator}{parameter.PropertyName} = {(parameter.Sensitivity is null ? "" : "***")}");
                var value = parameter.Sensitivity is null ? $".Append((object?)this.{Identifiers.Escape(parameter.PropertyName)})" : "";
                writer.Line($"builder.Append({name}){value};");
                separator = ", ";
            }

            writer.Line("return true;");
        }
    }

    private static bool HasAny(TaskModel task)
    {
        foreach (var parameter in task.Parameters)
        {
            if (parameter.Sensitivity is not null)
            {
                return true;
            }
        }

        return task.ResultSensitivity is not null;
    }

    private static SensitivityModel? DetailOf(TaskModel task)
    {
        foreach (var parameter in task.Parameters)
        {
            if (parameter.Kind == ParameterKind.DetailedProgress)
            {
                return parameter.Sensitivity;
            }
        }

        return null;
    }

    private static bool IsWhole(ParameterModel parameter) => parameter.Sensitivity is { Members.Count: 0 };

    private static string Array(SensitivityModel? sensitivity) => sensitivity switch
    {
        null => "null",
        { Members.Count: 0 } => "global::System.Array.Empty<string>()",
        _ => $"new string[] {{ {Texts(sensitivity)} }}",
    };

    private static string Texts(SensitivityModel sensitivity)
    {
        var texts = new List<string>();
        foreach (var member in sensitivity.Members)
        {
            texts.Add(Literals.Of(member));
        }

        return string.Join(", ", texts);
    }
}
