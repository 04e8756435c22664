using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits the declarations of sensitive values: for the runtime, for analyzers in projects that call the client, and for the <c>ToString</c>
/// method of <c>Args</c>.
/// </summary>
internal static class SensitivityEmitter
{
    private const string Attribute = "global::TaskGen.Sensitive";

    /// <summary>Returns the attribute for a parameter whose whole value is sensitive, or an empty string for other parameters.</summary>
    public static string Marker(ParameterModel parameter) => IsWhole(parameter) ? $"[{Attribute}] " : "";

    /// <summary>
    /// Returns the attributes for a record parameter whose whole value is sensitive, or an empty string for other parameters. The property
    /// requires a separate attribute, because C# applies an attribute without a target only to the parameter.
    /// </summary>
    public static string RecordMarker(ParameterModel parameter) => IsWhole(parameter) ? $"[{Attribute}] [property: {Attribute}] " : "";

    /// <summary>Writes the task type member that returns the sensitive parts.</summary>
    public static void WriteMember(CodeWriter writer, TaskModel task, TaskNames names)
    {
        if (HasAny(task))
        {
            writer.Line($"static {RuntimeNames.Sensitivity}? {names.Definition}.Sensitivity => Parameters.Sensitivity;");
            writer.Line();
        }
    }

    /// <summary>Writes the static field whose value this member returns.</summary>
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

    /// <summary>If there are sensitive arguments, writes the method that prints the arguments with the sensitive values masked.</summary>
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
