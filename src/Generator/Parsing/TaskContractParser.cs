using System.Collections.Immutable;
using TaskGen.Generator.ContractFile;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>A task method to its contract.</summary>
internal static class TaskContractParser
{
    /// <summary>Reads a method that breaks no rule.</summary>
    /// <param name="task">The method.</param>
    /// <param name="model">What the generator makes of it.</param>
    public static TaskContract Parse(TaskMethod task, TaskModel model)
    {
        var parameters = ImmutableArray.CreateBuilder<ContractMember>();
        for (var index = 0; index < model.Parameters.Count; index++)
        {
            var parameter = model.Parameters[index];
            if (parameter.Kind == ParameterKind.Payload)
            {
                // What the generator cannot repeat as a default must be there; what defaults to null may be null, whatever its type says.
                var shape = ShapeReader.Read(task.Method.Parameters[index].Type, parameter.Type.IsNullableReference);
                parameters.Add(new ContractMember(parameter.Name, parameter.Default is not null, shape));
            }
        }

        var result = TaskSettings.IgnoreResult.Read(task.Attribute) ? null : ReturnReader.ResultType(task.Method);
        return new TaskContract(model.WireName, parameters.ToImmutable(), result is null ? null : ShapeReader.Read(result));
    }
}
