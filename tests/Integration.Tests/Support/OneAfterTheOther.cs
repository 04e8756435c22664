// Every test has servers and a load of its own, and most of them measure how long something takes.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
