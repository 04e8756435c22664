using Reliability.Worker;

switch (args)
{
    case ["worker", .. var rest]:
        await WorkerVerb.RunAsync(WorkerSettings.Parse(rest));
        return 0;
    case ["dispatch", .. var rest]:
        await DispatchVerb.RunAsync(DispatchSettings.Parse(rest));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Verbs: worker, dispatch. WorkerSettings and DispatchSettings have their arguments.");
        return 2;
}
