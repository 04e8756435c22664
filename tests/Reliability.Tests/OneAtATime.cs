// Each of these tests keeps all processors busy; beside another one, a limit that it states would mean nothing.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
