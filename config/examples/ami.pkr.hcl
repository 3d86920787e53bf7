# An AMI that is not made when a static key is on its disk. The check is the last provisioner: whatever an earlier one has left
# in a file, a history, a unit or the environment of a program that still runs is found. Exit code 2 (a usable key), 1 (a key in
# a comment or a backup, or something that could not be read) and 3 (could not tell) each stop the build, and no AMI is made.
packer {
  required_plugins {
    amazon = {
      source  = "github.com/hashicorp/amazon"
      version = ">= 1.3.0"
    }
  }
}

variable "package" {
  type        = string
  description = "The package of Rolemeter for the builder's system: an .rpm here."
}

source "amazon-ebs" "backend" {
  ami_name      = "backend-{{timestamp}}"
  instance_type = "t3.small"
  region        = "us-east-1"
  ssh_username  = "ec2-user"

  source_ami_filter {
    owners      = ["amazon"]
    most_recent = true
    filters = {
      name                = "al2023-ami-2023.*-x86_64"
      virtualization-type = "hvm"
    }
  }
}

build {
  sources = ["source.amazon-ebs.backend"]

  provisioner "file" {
    source      = var.package
    destination = "/tmp/rolemeter.rpm"
  }

  # Whatever installs the application goes here. Rolemeter stays in the image, and watches the hosts that are started from it.
  provisioner "shell" {
    inline = ["sudo dnf install -y /tmp/rolemeter.rpm", "rm /tmp/rolemeter.rpm"]
  }

  # Last. As root, because it must read every user's files. Let 1 pass with valid_exit_codes = [0, 1].
  provisioner "shell" {
    inline = ["sudo rolemeter scan"]
  }
}
