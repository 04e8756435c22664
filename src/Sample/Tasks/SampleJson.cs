using System.Text.Json.Serialization;
using TaskGen;
using TaskGen.Sample;

[assembly: TaskJsonContext<SampleJson>]

namespace TaskGen.Sample;

/// <summary>
/// Provides the JSON metadata of the arguments and results of the tasks, so that their serialization does not require reflection.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProcessingOptions))]
[JsonSerializable(typeof(DatasetReport))]
[JsonSerializable(typeof(ArchiveCheck))]
[JsonSerializable(typeof(SentEmail))]
[JsonSerializable(typeof(ReportParameters))]
[JsonSerializable(typeof(GeneratedReport))]
[JsonSerializable(typeof(UserOperation))]
[JsonSerializable(typeof(BatchResult))]
[JsonSerializable(typeof(BatchTotals))]
[JsonSerializable(typeof(UserOperationReport))]
[JsonSerializable(typeof(LimitedWork))]
[JsonSerializable(typeof(CpuWork))]
[JsonSerializable(typeof(ConditionOutcome))]
[JsonSerializable(typeof(PriorityFlights))]
[JsonSerializable(typeof(QualityCheck))]
[JsonSerializable(typeof(ArchiveReading))]
[JsonSerializable(typeof(ReportPart))]
public sealed partial class SampleJson : JsonSerializerContext;
