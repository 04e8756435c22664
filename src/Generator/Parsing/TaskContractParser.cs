using System.Collections.Immutable;
using TaskGen.Generator.ContractFile;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>Creates the contract of a task method.</summary>
internal static class TaskContractParser
{
    /// <summary>Creates the contract of a method that breaks no rule.</summary>
    /// <param name="task">The method.</param>
    /// <param name="model">The model of the method.</param>
    public static TaskContract Parse(TaskMethod task, TaskModel model)
    {
        var parameters = ImmutableArray.CreateBuilder<ContractMember>();
        for (var index = 0; index < model.Parameters.Count; index++)
        {
            var parameter = model.Parameters[index];
            if (parameter.Kind == ParameterKind.Payload)
            {
                // If generated code cannot repeat a default value, the parameter is required. A parameter with the default value null can
                // be null regardless of the nullable annotation of its type.
                var shape = ShapeReader.Read(task.Method.Parameters[index].Type, parameter.Type.IsNullableReference);
                parameters.Add(new ContractMember(parameter.Name, parameter.Default is not null, shape));
            }
        }

        var result = TaskSettings.IgnoreResult.Read(task.Attribute) ? null : ReturnReader.ResultType(task.Method);
        return new TaskContract(model.WireName, parameters.ToImmutable(), result is null ? null : ShapeReader.Read(result));
    }
}
