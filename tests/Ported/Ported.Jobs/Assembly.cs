using Ported.Contracts;
using TaskGen;

[assembly: TaskJsonContext<ContractsJson>]
