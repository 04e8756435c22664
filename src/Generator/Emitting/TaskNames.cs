using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>The names that the parts of one task's file share.</summary>
internal sealed class TaskNames
{
    private readonly string _documentationId;

    public TaskNames(TaskModel task)
    {
        Result = task.Result?.Name ?? RuntimeNames.NoResult;
        Handle = (task.Result, task.Detail) switch
        {
            (null, null) => RuntimeNames.Handle,
            (_, null) => $"{RuntimeNames.Handle}<{Result}>",
            (_, { } detail) => $"{RuntimeNames.Handle}<{Result}, {detail.Name}>",
        };
        Task = task.FullTaskTypeName;
        Args = Task + ".Args";
        Definition = $"{RuntimeNames.Definition}<{Args}, {Result}>";
        HandleDefinition = $"{RuntimeNames.Definition}<{Args}, {Result}, {Handle}>";
        var payload = new List<ParameterModel>();
        foreach (var parameter in task.Parameters)
        {
            if (parameter.Kind == ParameterKind.Payload)
            {
                payload.Add(parameter);
            }
        }

        Payload = payload;
        _documentationId = task.DocumentationId;
        Token = Identifiers.Unused("cancellationToken", name => payload.Exists(parameter => parameter.Name == name));
    }

    /// <summary>The type of the result; of a void task the one that stands for it.</summary>
    public string Result { get; }

    /// <summary>The type of the handles.</summary>
    public string Handle { get; }

    /// <summary>The generated task type.</summary>
    public string Task { get; }

    /// <summary>The payload's type.</summary>
    public string Args { get; }

    /// <summary>The interface with everything but the handle.</summary>
    public string Definition { get; }

    /// <summary>The interface with the handle.</summary>
    public string HandleDefinition { get; }

    /// <summary>The payload parameters, in order.</summary>
    public IReadOnlyList<ParameterModel> Payload { get; }

    /// <summary>The token of the stub: a payload parameter may have taken the usual name.</summary>
    public string Token { get; }

    /// <summary>Writes what the user wrote about each payload parameter.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">What the parameter is called here.</param>
    /// <param name="first">The index of the first one that is there.</param>
    public void WriteParameterDocs(CodeWriter writer, Func<ParameterModel, string> name, int first = 0)
    {
        for (var index = first; index < Payload.Count; index++)
        {
            writer.Line(DocComments.Parameter(name(Payload[index]), _documentationId, Payload[index].Name));
        }
    }
}
