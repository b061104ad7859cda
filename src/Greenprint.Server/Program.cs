return await Greenprint.Server.CommandLine.Terminal.Run(args, Console.Out, Console.Error);
